"""The next meetings of one person, as a strip of days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.utils.formats import time_format
from django.utils.translation import ngettext

from cairn.kernel import clock
from cairn.kernel.text import isolated
from cairn.meetings.attendee import DECLINED
from cairn.meetings.kinds import LETTER
from cairn.meetings.meeting import Meeting
from cairn.meetings.slots import zone_of
from cairn.people.person import Person

MOST, DAYS = 5, 30
#: How many names a line holds before it counts the rest.
NAMES = 2


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
        _names(meeting.others(person)),
        in_writing,
        meeting.ends_at <= now and not in_writing,
    )


def _names(people: list[Person]) -> str:
    """Whole names, the first two; the rest is counted."""
    said = ", ".join(isolated(person.name) for person in people[:NAMES])
    more = len(people) - NAMES
    if more <= 0:
        return said
    counted = ngettext("%(names)s and %(more)d more", "%(names)s and %(more)d more", more)
    return counted % {"names": said, "more": more}
