"""Sample data for the messages that have the shared body: one of each, as somebody may get it."""

from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from cairn.notices.contents.item import item
from cairn.notices.rendering import BUNDLES

BUNDLED = ("neutral",)


def told(kind: str) -> dict[str, Any]:
    """What a message of this kind needs, in the language that is active."""
    values = {**_everything(), **_special(kind)}
    if kind in BUNDLES:
        items = [item(each, {**_everything(), **_special(each)}) for each in BUNDLED]
        return {"you": "Amina", "title": _("2 things for you"), "items": items, **_stoppable()}
    return values


def _everything() -> dict[str, Any]:
    home = settings.BASE_URL
    return {
        "you": "Amina",
        "other": "Bruno",
        "programme": _("First Steps"),
        "link": f"{home}/today/",
        **_stoppable(),
    }


def _stoppable() -> dict[str, str]:
    home = settings.BASE_URL
    return {"stop_url": f"{home}/answer/sample-stop/", "habits_url": f"{home}/me/notices/"}


def _special(_kind: str) -> dict[str, Any]:
    return {}
