"""The rescue queue: mentorships that have not got going again by themselves, and what helps.

One entry for each mentorship, whatever the number of its signals; those somebody acted on lately stand apart,
so that nobody writes twice. Whoever leads one of the people at work never sees theirs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from cairn.care.causes import (
    CANCELLED,
    CAUSES,
    GAP,
    LOAD,
    LOW,
    MISSED,
    NO_BOOKING,
    NO_GOAL,
    NO_MEETING,
    UNANSWERED,
)
from cairn.care.rescue_act import RescueAct
from cairn.care.signal import Signal
from cairn.kernel import clock
from cairn.mentorships.member import Member

if TYPE_CHECKING:
    from cairn.people.person import Person
    from cairn.programmes.programme import Programme

#: What weighs most comes first; of several signals this one leads.
WEIGHT = (LOW, MISSED, NO_MEETING, NO_BOOKING, CANCELLED, GAP, UNANSWERED, LOAD, NO_GOAL)
#: After an act, people have this long before somebody looks again.
RESTING = timedelta(days=7)


@dataclass(slots=True)
class Case:
    """One mentorship in the queue. `members` are filled in for the page that shows it."""

    mentorship: UUID
    signals: list[Signal]
    members: list[Member] = field(default_factory=list)
    last: RescueAct | None = None

    @property
    def leading(self) -> Signal:
        """The signal that weighs most."""
        return min(self.signals, key=lambda each: WEIGHT.index(each.code))

    @property
    def since(self) -> datetime:
        """When the first of them was raised."""
        return min(each.raised_at for each in self.signals)

    @property
    def acts(self) -> tuple[str, ...]:
        """What can be done, the suggested act first."""
        return CAUSES[self.leading.code].acts

    def rests(self, now: datetime) -> bool:
        """Somebody acted lately."""
        return self.last is not None and self.last.at > now - RESTING


def queue(programme: Programme, *, reader: Person, code: str = "") -> list[Case]:
    """The cases of a programme for one coordinator, the heaviest and oldest first; two queries. `code` keeps
    those that one cause leads.
    """
    signals = Signal.objects.for_lead(reader).of_programme(programme).standing()
    grouped: dict[UUID, list[Signal]] = defaultdict(list)
    for signal in signals:
        grouped[signal.mentorship_id].append(signal)
    acts = _last_acts(signals.values("pk"))
    cases = [Case(mentorship, each, last=acts.get(mentorship)) for mentorship, each in grouped.items()]
    cases = [case for case in cases if not code or case.leading.code == code]
    return sorted(cases, key=lambda case: (WEIGHT.index(case.leading.code), case.since, case.mentorship))


def _last_acts(signals: Any) -> dict[UUID, RescueAct]:
    rows = RescueAct.objects.filter(signal__in=signals).select_related("by", "signal").order_by("at")
    return {row.signal.mentorship_id: row for row in rows}


def with_people(cases: Sequence[Case]) -> Sequence[Case]:
    """The same cases with who is in them; one query."""
    found: dict[UUID, list[Member]] = defaultdict(list)
    rows = Member.objects.present().filter(mentorship__in=[case.mentorship for case in cases])
    for member in rows.select_related("person").order_by("side", "id"):
        found[member.mentorship_id].append(member)
    for case in cases:
        case.members = found[case.mentorship]
    return cases


def apart(cases: Iterable[Case]) -> tuple[list[Case], list[Case]]:
    """Those that wait for somebody, and those somebody acted on lately."""
    waiting: list[Case] = []
    resting: list[Case] = []
    now = clock.now()
    for case in cases:
        (resting if case.rests(now) else waiting).append(case)
    return waiting, resting


def waiting_by_cause(programme: Programme, *, reader: Person) -> dict[str, int]:
    """How many cases wait, by the cause that leads, the heaviest first; for lists of decisions."""
    counts: dict[str, int] = {}
    for case in apart(queue(programme, reader=reader))[0]:
        counts[case.leading.code] = counts.get(case.leading.code, 0) + 1
    return counts
