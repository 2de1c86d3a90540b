"""Giving time: the one way in which quarters of hours and places of days become a meeting's.

Whoever books locks the people first, always in the same order, and reads what stands; what they then write is
unique in the database. The lock makes waiting fair and short; the constraint is what would refuse a booking
that came by another way. Nothing is written before it is known to be free, so losing is cheap.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from datetime import date, datetime, timedelta
from threading import Lock
from typing import TYPE_CHECKING
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import IntegrityError, connection, transaction

from cairn.kernel import clock
from cairn.meetings.day_place import DayPlace
from cairn.meetings.habits import Habits, habits_of
from cairn.meetings.refusal import DayFull, SlotTaken
from cairn.meetings.slots import zone_of
from cairn.meetings.taken import Taken, quarters
from cairn.people.person import Person

if TYPE_CHECKING:
    from cairn.meetings.meeting import Meeting


#: SQLite lets its writers try again after a nap, in no order; those of one process rather stand in line.
_LINE = Lock()


@contextmanager
def in_line() -> Iterator[Callable[[], None]]:
    """Wait for one's turn to write, outside any transaction; gives what ends the turn early, for the moment
    it is committed. PostgreSQL keeps its own line at `lock`.
    """
    with ExitStack() as turn:
        if connection.vendor == "sqlite" and not connection.in_atomic_block:
            turn.enter_context(_LINE)
        yield turn.close


def lock(people: Iterable[Person]) -> None:
    """Nobody else gives these people's time until the transaction ends; what was held too long is cleared."""
    ids = [person.pk for person in people]
    list(Person.objects.select_for_update(no_key=True).filter(pk__in=ids).order_by("pk").values_list("pk"))
    for table in (Taken, DayPlace):
        table.objects.filter(person__in=ids).lapsed(clock.now()).delete()


def give(meeting: Meeting, people: Iterable[Person], *, until: datetime | None = None) -> None:
    """Write these locked people's time down as the meeting's; raises SlotTaken, DayFull."""
    people = list(people)
    habits = habits_of(people)
    rows = [
        Taken(
            organisation_id=meeting.organisation_id,
            person=person,
            quarter=quarter,
            meeting=meeting,
            until=until,
        )
        for person in people
        for quarter in quarters_of(meeting, habits[person.pk])
    ]
    places = [
        DayPlace(
            organisation_id=meeting.organisation_id,
            person_id=person,
            day=day,
            number=number,
            meeting=meeting,
            until=until,
        )
        for person, (day, number) in _numbers(meeting.starts_at, people, habits).items()
    ]
    try:
        with transaction.atomic():
            Taken.objects.bulk_create(rows)
            DayPlace.objects.bulk_create(places)
    except IntegrityError as clash:
        raise SlotTaken from clash


def refuse_if_taken(
    people: Iterable[Person], starts_at: datetime, ends_at: datetime, *, own: Iterable[Meeting] = ()
) -> None:
    """Look before anything is written; raises SlotTaken. What ran out, and what is their `own`, is in
    nobody's way.
    """
    habits = habits_of(people)
    wanted = {
        person: quarters(starts_at, ends_at + timedelta(minutes=each.buffer_minutes))
        for person, each in habits.items()
    }
    rows = Taken.objects.standing(clock.now()).filter(
        person__in=list(wanted),
        quarter__gte=min(span.start for span in wanted.values()),
        quarter__lt=max(span.stop for span in wanted.values()),
    )
    rows = rows.exclude(meeting__in=[meeting.pk for meeting in own])
    if any(quarter in wanted[person] for person, quarter in rows.values_list("person_id", "quarter")):
        raise SlotTaken


def release(meeting: Meeting, person: Person | None = None) -> None:
    """The time is theirs again: everybody's, or one person's."""
    for table in (Taken, DayPlace):
        rows = table.objects.filter(meeting=meeting)
        (rows.filter(person=person) if person else rows).delete()


def quarters_of(meeting: Meeting, habits: Habits) -> range:
    """The quarters one person gives: the meeting's, and the pause they like to have after it."""
    return quarters(meeting.starts_at, meeting.ends_at + timedelta(minutes=habits.buffer_minutes))


def _numbers(
    at: datetime, people: Iterable[Person], habits: Mapping[UUID, Habits]
) -> dict[UUID, tuple[date, int]]:
    """The lowest free number of everybody's day; raises DayFull where a limit is reached."""
    days = {person.pk: at.astimezone(ZoneInfo(zone_of(person))).date() for person in people}
    used: dict[UUID, set[int]] = {person: set() for person in days}
    rows = DayPlace.objects.filter(person__in=list(days), day__in=set(days.values()))
    for person, day, number in rows.values_list("person_id", "day", "number"):
        if days[person] == day:
            used[person].add(number)
    numbers = {person: _lowest(used[person], habits[person].per_day) for person in days}
    return {person: (days[person], number) for person, number in numbers.items()}


def _lowest(used: set[int], most: int) -> int:
    for number in range(1, most + 1):
        if number not in used:
            return number
    raise DayFull
