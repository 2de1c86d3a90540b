"""The report of a check, a page of it at a time; what is alike in many rows is one line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.paginator import Paginator
from django.utils.translation import gettext as _

from cairn.intake.finding import cells_to_mend, findings
from cairn.intake.receiving import REFUSALS
from cairn.web.desk.meanings import labels, questions_of
from cairn.web.desk.stepping import steps

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cairn.intake.upload import Upload

PER_PAGE = 25
SHOWN_PEOPLE = 12
SHOWN_NOTES = 50


def report_of(upload: Upload, *, said: Mapping[str, str]) -> dict[str, Any]:
    """What the page of a check holds, in any state of the upload."""
    names = labels(questions_of(upload.programme))
    columns = upload.the_columns()
    over = upload.state in {"done", "bringing"}
    found = [] if over else upload.faults()
    lines = cells_to_mend(found) if "mend" in said else findings(found)
    return {
        "programme": upload.programme,
        "upload": upload,
        "steps": steps("bring" if over else "check"),
        "report": upload.summary,
        "page": Paginator(lines, PER_PAGE).get_page(said.get("page")),
        "notes": [] if over else findings(upload.faults(notes=True))[:SHOWN_NOTES],
        "offers": any(fault.offer for fault in found),
        "joins": any(fault.can_join for fault in found),
        "mending": "mend" in said,
        "keep": "mend=1&" if "mend" in said else "",
        "roll": _roll(upload) if not over else {},
        "meanings": [(column.heading, names.get(column.choice, "")) for column in columns],
        "group_columns": [column.heading for column in columns if column.is_secret],
        "trouble": _trouble(upload),
    }


def _roll(upload: Upload) -> dict[str, Any]:
    roll = upload.roll or {}
    people, spellings = roll.get("people", []), roll.get("spellings", [])
    return {"people": people[:SHOWN_PEOPLE], "count": len(people), "spellings": spellings}


def _trouble(upload: Upload) -> str:
    if upload.failure in REFUSALS:
        return str(REFUSALS[upload.failure])
    return _("Something went wrong on our side. Check it again, or bring the file anew.")
