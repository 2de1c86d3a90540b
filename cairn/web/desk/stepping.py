"""The four steps of an import, and where a file stands in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from cairn.intake.upload import Upload

STEPS = ("file", "columns", "check", "bring")


def steps(now: str) -> list[tuple[str, str]]:
    """(name, state) of each step; states are done, now and next."""
    names = {"file": _("File"), "columns": _("Columns"), "check": _("Check"), "bring": _("Bring in")}
    here = STEPS.index(now)
    return [
        (names[step], "done" if place < here else "now" if place == here else "next")
        for place, step in enumerate(STEPS)
    ]


def place_of(upload: Upload) -> str:
    """The route of the page where this file waits."""
    return "desk:upload-columns" if upload.state == "read" else "desk:upload-check"
