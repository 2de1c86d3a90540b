"""What was done to a run by hand, in sentences."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from cairn.kernel.text import isolated
from cairn.matching.change import Change
from cairn.people.person import Person


@dataclass(frozen=True, slots=True)
class Told:
    """One change: who, when, what; `standing` while it has not been undone."""

    revision: int
    by: str
    at: datetime
    sentence: str
    moved: list[str]
    standing: bool


def told(changes: Iterable[Change]) -> list[Told]:
    """Newest first; names in one query."""
    changes = list(changes)
    names = _names(changes)
    undone = {each.undoes_id for each in changes if each.undoes_id}
    return [
        Told(
            revision=each.revision,
            by=each.by.name,
            at=each.at,
            sentence=_sentence(each, names),
            moved=_moved(each, names),
            standing=each.pk not in undone and each.kind != "undo",
        )
        for each in reversed(changes)
    ]


def _names(changes: list[Change]) -> dict[str, str]:
    people = {
        person
        for each in changes
        for pair in (*each.asked, *each.before, *each.after)
        for person in pair
        if person
    }
    named = Person.objects.filter(pk__in=people).values_list("pk", "name")
    return {str(key): isolated(name) for key, name in named}


def _sentence(change: Change, names: dict[str, str]) -> str:
    pairs = "; ".join(_("%(mentee)s with %(mentor)s") % _named(pair, names) for pair in change.asked)
    return {
        "lock": _("Locked: %(pairs)s"),
        "release": _("Unlocked: %(pairs)s"),
        "forbid": _("Never together: %(pairs)s"),
        "swap": _("Swapped, now %(pairs)s"),
        "match": _("Matched by hand: %(pairs)s"),
        "undo": _("Undone: %(pairs)s"),
    }[change.kind] % {"pairs": pairs}


def _moved(change: Change, names: dict[str, str]) -> list[str]:
    before = dict(change.before)
    return [
        _("%(mentee)s: %(before)s → %(after)s")
        % {
            "mentee": names.get(mentee, ""),
            "before": names.get(before.get(mentee) or "", _("nobody")),
            "after": names.get(mentor or "", _("nobody")),
        }
        for mentee, mentor in change.after
        if before.get(mentee) != mentor
    ]


def _named(pair: list[str], names: dict[str, str]) -> dict[str, str]:
    mentee, mentor = pair
    return {"mentee": names.get(mentee, ""), "mentor": names.get(mentor or "", _("nobody"))}
