"""Slots: the times at which people could meet, read from everything this room knows of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from cairn.kernel import clock
from cairn.meetings.busy import Busy
from cairn.meetings.day_exception import DayException
from cairn.meetings.day_place import DayPlace
from cairn.meetings.habits import habits_of
from cairn.meetings.taken import GRID, Taken
from cairn.meetings.weaving import (
    Availability,
    Span,
    joined,
    starts,
    to_minute,
    to_minute_after,
    to_moment,
    weave,
)
from cairn.people.block import blocks_among
from cairn.people.free_hour import hours_for

if TYPE_CHECKING:
    from cairn.meetings.meeting import Meeting
    from cairn.people.person import Person

#: Who never said when they are free is asked within ordinary office hours of their own zone.
USUAL_WEEK = tuple((weekday, 9 * 60, 17 * 60) for weekday in range(5))


@dataclass(frozen=True, slots=True, order=True)
class Slot:
    """One time that suits everybody, in UTC."""

    starts_at: datetime
    ends_at: datetime


def slots_for(
    people: Iterable[Person],
    *,
    minutes: int,
    start: datetime | None = None,
    days: int = 14,
    limit: int | None = None,
    own: Iterable[Meeting] = (),
) -> list[Slot]:
    """The times, earliest first, at which all these people could meet; at most `limit` of them.

    Six queries, however many people, days and busy times. What meetings of their `own` hold
    is not in their way: the one that moves, the times proposed to them.
    """
    people = list(people)
    if not people or blocks_among(people):
        return []
    begin = start or clock.now()
    within = (
        to_minute_after(max(begin, earliest_for(people))),
        to_minute(begin + timedelta(days=days)),
    )
    if within[0] >= within[1]:
        return []
    everybody = availability_of(people, within=within, own=own)
    spans = weave(everybody, minutes=minutes, within=within)
    begins = starts(spans, minutes=minutes, zone=zone_of(people[0]))[:limit]
    return [Slot(to_moment(each), to_moment(each + minutes)) for each in begins]


def is_offered(people: Iterable[Person], at: datetime, *, minutes: int, own: Iterable[Meeting] = ()) -> bool:
    """Whether everybody could meet at this very time."""
    people = list(people)
    within = (to_minute(at), to_minute(at) + minutes)
    if at < earliest_for(people) or blocks_among(people):
        return False
    return bool(weave(availability_of(people, within=within, own=own), minutes=minutes, within=within))


def earliest_for(people: Sequence[Person]) -> datetime:
    """When the notice that everybody asked for is over."""
    return clock.now() + timedelta(hours=max(each.notice_hours for each in habits_of(people).values()))


def zone_of(person: Person) -> str:
    """Where somebody lives, or where their organisation does."""
    return person.zone or person.organisation.zone


def availability_of(
    people: Sequence[Person], *, within: Span, own: Iterable[Meeting] = ()
) -> list[Availability]:
    """What is known of everybody's time around a stretch, for weaving."""
    ids = [person.pk for person in people]
    around = (to_moment(within[0]) - timedelta(days=1), to_moment(within[1]) + timedelta(days=1))
    passed_over = [meeting.pk for meeting in own]
    hours, habits = hours_for(people), habits_of(people)
    exceptions, busy = _exceptions(ids, around), _busy(ids, around)
    taken, meetings = _taken(ids, around, passed_over), _meetings(ids, around, passed_over)
    return [
        Availability(
            zone=zone_of(person),
            hours=[(each.weekday, each.start, each.end) for each in hours.get(person.pk, ())] or USUAL_WEEK,
            exceptions=exceptions[person.pk],
            busy=busy[person.pk],
            taken=taken[person.pk],
            buffer=habits[person.pk].buffer_minutes,
            full=frozenset(
                day for day, count in meetings[person.pk].items() if count >= habits[person.pk].per_day
            ),
        )
        for person in people
    ]


def _exceptions(
    ids: list[UUID], around: tuple[datetime, datetime]
) -> dict[UUID, list[tuple[date, int, int, bool]]]:
    found = defaultdict(list)
    first, last = (moment.date() for moment in around)
    rows = DayException.objects.filter(person__in=ids, day__range=(first, last))
    for person, day, start, end, free in rows.values_list("person_id", "day", "start", "end", "free"):
        found[person].append((day, start, end, free))
    return found


def _busy(ids: list[UUID], around: tuple[datetime, datetime]) -> dict[UUID, list[Span]]:
    found = defaultdict(list)
    rows = Busy.objects.filter(person__in=ids, ends_at__gt=around[0], starts_at__lt=around[1])
    for person, begins, ends in rows.order_by().values_list("person_id", "starts_at", "ends_at"):
        # A minute that is busy in part is busy.
        found[person].append((to_minute(begins), to_minute_after(ends)))
    return found


def _taken(ids: list[UUID], around: tuple[datetime, datetime], own: list[UUID]) -> dict[UUID, list[Span]]:
    found: dict[UUID, list[Span]] = defaultdict(list)
    first, last = (to_minute(moment) // GRID for moment in around)
    rows = Taken.objects.standing(clock.now()).filter(person__in=ids, quarter__range=(first, last))
    rows = rows.exclude(meeting__in=own) if own else rows
    for person, quarter in rows.values_list("person_id", "quarter"):
        found[person].append((quarter * GRID, (quarter + 1) * GRID))
    for person, spans in found.items():
        found[person] = joined(spans)
    return found


def _meetings(
    ids: list[UUID], around: tuple[datetime, datetime], own: list[UUID]
) -> dict[UUID, Counter[date]]:
    found: dict[UUID, Counter[date]] = defaultdict(Counter)
    first, last = (moment.date() for moment in around)
    rows = DayPlace.objects.standing(clock.now()).filter(person__in=ids, day__range=(first, last))
    rows = rows.exclude(meeting__in=own) if own else rows
    for person, day in rows.values_list("person_id", "day"):
        found[person][day] += 1
    return found
