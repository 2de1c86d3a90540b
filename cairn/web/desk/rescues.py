"""Pairs that wait for a coordinator, as decisions: one line for each cause, the heaviest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cairn.care.causes import LOW
from cairn.care.recipes import LEAD, WHY
from cairn.care.rescue import waiting_by_cause
from cairn.web.desk.decision import Decision

if TYPE_CHECKING:
    from cairn.people.person import Person
    from cairn.programmes.programme import Programme

#: So many causes stand alone; the others are one line together.
MOST = 3


def rescues_in(programme: Programme, *, person: Person) -> list[Decision]:
    """Nothing where nobody waits."""
    counts = waiting_by_cause(programme, reader=person)
    address = reverse("caring:rescue", args=[programme.slug])
    found = [_cause(code, count, address) for code, count in list(counts.items())[:MOST]]
    rest = sum(list(counts.values())[MOST:])
    return [*found, *([_others(rest, address)] if rest else [])]


def _cause(code: str, count: int, address: str) -> Decision:
    return Decision(
        "life-buoy",
        ngettext("%(cause)s: %(n)s pair", "%(cause)s: %(n)s pairs", count)
        % {"cause": LEAD[code], "n": count},
        str(WHY.get(code, "")),
        _("See what helps"),
        f"{address}?cause={code}",
        _("asked for you") if code == LOW else "",
    )


def _others(count: int, address: str) -> Decision:
    return Decision(
        "life-buoy",
        ngettext("%(n)s more pair could use you", "%(n)s more pairs could use you", count) % {"n": count},
        _("They were told a week ago and have not got going by themselves."),
        _("Open the queue"),
        address,
    )
