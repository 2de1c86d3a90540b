"""The next meetings of one person, as a strip of days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.utils.formats import time_format

from cairn.kernel import clock
from cairn.meetings.attendee import DECLINED
from cairn.meetings.kinds import LETTER
from cairn.meetings.meeting import Meeting
from cairn.meetings.slots import zone_of
from cairn.people.person import Person
from cairn.web.shell.bonds import named_together

MOST, DAYS = 5, 30


@dataclass(frozen=True, slots=True)
class Ahead:
    """One meeting: when, in the reader's zone, and with whom. `asks` where it is over and nobody said how."""

    id: UUID
    day: datetime
    hours: str
    title: str
    names: str
    in_writing: bool
    asks: bool


def ahead_of(person: Person) -> list[Ahead]:
    """Up to five, the next first, with those that wait for "we met"; three queries."""
    zone, now = ZoneInfo(zone_of(person)), clock.now()
    mine = (
        Meeting.objects.of_person(person)
        .standing()
        .exclude(attendees__answer=DECLINED, attendees__person=person)
    )
    found = mine.filter(starts_at__lte=now + timedelta(days=DAYS)).prefetch_related("attendees__person")
    waiting = [each for each in found if not (tapped(each, person) and each.ends_at <= now)]
    shown = sorted((_shown(each, person, zone, now) for each in waiting), key=lambda each: each.day)
    return shown[:MOST]


def tapped(meeting: Meeting, person: Person) -> bool:
    """Whether this person said already how it went."""
    place = meeting.place_of(person)
    return place is not None and bool(place.tapped_at or place.objected_at)


def _shown(meeting: Meeting, person: Person, zone: ZoneInfo, now: datetime) -> Ahead:
    starts, ends = (each.astimezone(zone) for each in (meeting.starts_at, meeting.ends_at))
    in_writing = meeting.kind == LETTER
    return Ahead(
        meeting.pk,
        ends if in_writing else starts,
        f"{time_format(starts.time(), 'TIME_FORMAT')}–{time_format(ends.time(), 'TIME_FORMAT')}",
        meeting.title,
        named_together(meeting.others(person)),
        in_writing,
        meeting.ends_at <= now and not in_writing,
    )
