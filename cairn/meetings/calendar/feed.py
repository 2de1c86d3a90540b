"""A person's meetings as one document that calendar programs subscribe to (RFC 5545, 7986).

The same meetings give the same bytes, so that a program which asks again can be told that nothing changed.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _
from icalendar import Calendar, Event, vDuration

from cairn.kernel import clock
from cairn.meetings import state
from cairn.meetings.attendee import DECLINED
from cairn.meetings.calendar.ics import PRODUCT, event_of
from cairn.meetings.calendar.zone_rules import rules_of
from cairn.meetings.kinds import LETTER
from cairn.meetings.meeting import Meeting

if TYPE_CHECKING:
    from cairn.people.person import Person

BACK, MOST, ASK_AGAIN = timedelta(days=60), 500, timedelta(hours=1)


def feed_of(person: Person) -> bytes:
    """The last weeks and all that is ahead: who and when, in the language that is active."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("name", _("Mentoring"))
    calendar.add("x-wr-calname", _("Mentoring"))
    calendar.add("refresh-interval", vDuration(ASK_AGAIN), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", vDuration(ASK_AGAIN))
    meetings = _meetings(person)
    for zone, year in sorted(_zones(meetings).items()):
        calendar.add_component(rules_of(zone, year=year))
    for meeting in meetings:
        if event := _event(meeting, person):
            calendar.add_component(event)
    document: bytes = calendar.to_ical()
    return document


def _meetings(person: Person) -> list[Meeting]:
    rows = Meeting.objects.of_person(person).filter(
        state__in=(*state.STANDING, *state.TOOK_PLACE), ends_at__gt=clock.now() - BACK
    )
    rows = rows.exclude(kind=LETTER).select_related("mentorship", "series")
    return list(rows.prefetch_related("attendees__person").order_by("starts_at", "id")[:MOST])


def _zones(meetings: list[Meeting]) -> dict[str, int]:
    """The zones that are named, each with the year of its first meeting."""
    found: dict[str, int] = {}
    for meeting in meetings:
        if meeting.zone != "UTC":
            found.setdefault(meeting.zone, meeting.starts_at.astimezone(ZoneInfo(meeting.zone)).year)
    return found


def _event(meeting: Meeting, person: Person) -> Event | None:
    """Each stands alone: a feed is read whole, and needs no rule."""
    place = meeting.place_of(person)
    if place is None or place.answer == DECLINED:
        return None
    event = event_of(meeting, place)
    event["uid"] = meeting.uid
    event.add("sequence", meeting.sequence)
    # Not the present hour: what did not change must read the same.
    event.add("dtstamp", _made_at(meeting))
    return event


def _made_at(meeting: Meeting) -> datetime:
    return meeting.made_at.astimezone(UTC).replace(microsecond=0)
