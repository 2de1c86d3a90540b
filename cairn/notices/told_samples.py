"""Sample data for the messages that have the shared body: one of each, as somebody may get it."""

from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from cairn.care.causes import GAP
from cairn.care.notes import BOOK, CHOICES, GO_ON, NOTES, REST
from cairn.notices.contents.item import item
from cairn.notices.rendering import BUNDLES
from cairn.programmes.format import ONE_TO_ONE, format_named

BUNDLED = ("meeting_review", "action_check")


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
        "by": "Bruno",
        "programme": _("First Steps"),
        "link": f"{home}/today/",
        **_stoppable(),
    }


def _stoppable() -> dict[str, str]:
    home = settings.BASE_URL
    return {"stop_url": f"{home}/answer/sample-stop/", "habits_url": f"{home}/me/notices/"}


def _special(kind: str) -> dict[str, Any]:
    home = settings.BASE_URL
    family = kind.split("_", maxsplit=1)[0]
    families: dict[str, dict[str, Any]] = {
        "meeting": {
            "when": "Tuesday 24 November, 15:00 (Africa/Lagos)",
            "minutes": 45,
            "late": 10,
            "place": "",
        },
        "action": {"when": _("The Monday meeting ends"), "then": _("I ask Chen for five minutes")},
        "agreement": {"rhythm": _("Every %(n)s days, %(minutes)s minutes") % {"n": 14, "minutes": 45}},
        "signal": _noted(),
        "rescue": {
            "said": _("I thought of you two. Is anything in the way?"),
            "button": str(CHOICES[BOOK]),
        },
        "mail": {"said": _("Somebody else is not free at the time you proposed.")},
        "check": {"time": _("twenty seconds")},
        "message": {"words": _("Shall we look at your talk on Tuesday?")},
        "mentorship": {"last_day": "Friday 18 December"},
    }
    values = families.get(family, {})
    more = {
        "meeting_soon": (_("Another time"), _("I can't make it")),
        "meeting_booked": (_("Another time"), _("I can't make it")),
        "meeting_review": (_("It was different"),),
        "action_check": (_("Take it along"), _("Let it go")),
        "agreement_proposed": (_("Change something first"),),
        "signal_raised": (str(CHOICES[GO_ON]), str(CHOICES[REST])),
    }.get(kind, ())
    values["more"] = [(label, f"{home}/answer/sample-{number}/") for number, label in enumerate(more)]
    if kind == "meeting_soon":
        blocks = format_named(ONE_TO_ONE).agenda.regular
        values["lines"] = [each.title for each in blocks]
    return values


def _noted() -> dict[str, Any]:
    note = NOTES[GAP]
    return {
        "title": str(note.title) % {"others": "Bruno"},
        "note": str(note.words) % {"others": "Bruno"},
        "button": str(CHOICES[BOOK]),
        "after": _("Only you and the people of this mentorship read this."),
    }
