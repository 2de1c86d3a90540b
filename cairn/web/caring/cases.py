"""A case of the rescue queue as a coordinator reads it: who, what, since when, what helps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cairn.care.causes import ONE
from cairn.care.recipes import ACT, LEAD, WHAT, WHY, ready_words
from cairn.care.rescue import Case
from cairn.kernel import clock
from cairn.kernel.text import first_name_of

if TYPE_CHECKING:
    from cairn.care.signal import Signal
    from cairn.care.worked import Worked
    from cairn.people.person import Person


@dataclass(frozen=True, slots=True)
class Way:
    """One act that could be done. `worked` says how it went before, if anybody tried."""

    code: str
    label: str
    what: str
    worked: str
    words: str


@dataclass(frozen=True, slots=True)
class Shown:
    """`ways` begin with the suggested act; `also` are the other causes of the same mentorship."""

    signal: Signal
    people: list[Person]
    title: str
    why: str
    since: str
    also: list[str]
    ways: list[Way]
    last: str


def shown(cases: Iterable[Case], *, me: Person, worked: Mapping[tuple[str, str], Worked]) -> list[Shown]:
    """Every case in words."""
    return [_shown(case, me=me, worked=worked) for case in cases]


def _shown(case: Case, *, me: Person, worked: Mapping[tuple[str, str], Worked]) -> Shown:
    leading = case.leading
    people = [member.person for member in case.members]
    whom = [each for each in people if each.pk == leading.person_id] or people
    readers = whom if leading.cause.told == ONE else people
    return Shown(
        signal=leading,
        people=people,
        title=str(LEAD[leading.code]),
        why=str(WHY.get(leading.code, "")),
        since=_since(case),
        also=[str(LEAD[each.code]) for each in case.signals if each is not leading],
        ways=[way(leading.code, act, people=readers, me=me, worked=worked) for act in case.acts],
        last=_last(case),
    )


def way(
    code: str, act: str, *, people: list[Person], me: Person, worked: Mapping[tuple[str, str], Worked]
) -> Way:
    """One act with its ready words."""
    names = _(" and ").join(first_name_of(person.name) for person in people) if people else _("you two")
    return Way(
        code=act,
        label=str(ACT[act]),
        what=str(WHAT[act]),
        worked=_worked(worked.get((code, act))),
        words=ready_words(code, act) % {"names": names, "me": first_name_of(me.name)},
    )


def _worked(known: Worked | None) -> str:
    if known is None:
        return ""
    return ngettext(
        "helped %(helped)s of %(tried)s time", "helped %(helped)s of %(tried)s times", known.tried
    ) % {"helped": known.helped, "tried": known.tried}


def _since(case: Case) -> str:
    days = max(1, (clock.now() - case.since).days)
    return ngettext("for %(n)s day", "for %(n)s days", days) % {"n": days}


def _last(case: Case) -> str:
    if case.last is None:
        return ""
    days = (clock.now() - case.last.at).days
    when = ngettext("%(n)s day ago", "%(n)s days ago", days) % {"n": days} if days else _("today")
    return _("%(act)s, by %(name)s, %(when)s") % {
        "act": ACT[case.last.act],
        "name": first_name_of(case.last.by.name),
        "when": when,
    }
