"""Invitations, changes and cancellations as calendar programs take them (RFC 5545, 5546, 6047).

Every reader gets their own: the organiser's address carries a sign for this reader and this meeting, and no
other person's address is told. Times stand in the zone where the hour was chosen, with that zone's rules, so
09:00 stays 09:00 when clocks change.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parseaddr
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.conf import settings
from icalendar import Calendar, Event, vCalAddress, vDDDLists, vRecur

from cairn.kernel import clock
from cairn.kernel.reply_address import reply_address
from cairn.kernel.text import single_line
from cairn.meetings import state
from cairn.meetings.attendee import ACCEPTED, DECLINED, NEEDS_ACTION, TENTATIVE
from cairn.meetings.calendar import wording
from cairn.meetings.calendar.identity import identity_of
from cairn.meetings.calendar.zone_rules import rules_of

if TYPE_CHECKING:
    from cairn.meetings.attendee import Attendee
    from cairn.meetings.meeting import Meeting
    from cairn.meetings.series import Series

PRODUCT = "-//Cairn//Meetings//EN"
REQUEST, CANCEL, DECLINE_COUNTER = "REQUEST", "CANCEL", "DECLINECOUNTER"
#: The letter of signs that stand for somebody's place at a meeting.
SIGN = "m"
PARTSTAT = {
    NEEDS_ACTION: "NEEDS-ACTION", ACCEPTED: "ACCEPTED", DECLINED: "DECLINED", TENTATIVE: "TENTATIVE",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class CalendarPart:
    """What goes with a letter: a method and a document."""

    method: str
    content: bytes


def invitation(place: Attendee, *, address: str) -> CalendarPart:
    """REQUEST for one reader: a first time, a new time, or a counter that was taken.

    The first meeting of a series, before it ever moved, invites to the series.
    """
    meeting = place.meeting
    if meeting.series is not None and meeting.sequence == 0 and is_first(meeting):
        return _document(REQUEST, _of_series(place, meeting.series, address=address))
    return _document(REQUEST, _of_meeting(place, address=address))


def cancellation(place: Attendee, *, address: str) -> CalendarPart:
    """CANCEL: the entry disappears from the reader's calendar."""
    event = _of_meeting(place, address=address)
    event["STATUS"] = "CANCELLED"
    return _document(CANCEL, event)


def refusal_of_counter(place: Attendee, *, address: str) -> CalendarPart:
    """DECLINECOUNTER: the time somebody proposed cannot be; the entry stays where it was."""
    return _document(DECLINE_COUNTER, _of_meeting(place, address=address))


def is_first(meeting: Meeting) -> bool:
    """Whether it is the first of its series that was booked."""
    return not type(meeting).objects.filter(series=meeting.series_id, number__lt=meeting.number).exists()


def _document(method: str, event: Event) -> CalendarPart:
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", method)
    for zone in {moment.tzinfo.key for moment in _moments(event) if isinstance(moment.tzinfo, ZoneInfo)}:
        calendar.add_component(rules_of(zone, year=event.start.year))
    calendar.add_component(event)
    return CalendarPart(method, calendar.to_ical())


def _moments(event: Event) -> list[datetime]:
    """One of a series may be at home in another zone than the series."""
    return [event.decoded(name) for name in ("dtstart", "dtend", "recurrence-id") if name in event]


def _of_meeting(place: Attendee, *, address: str) -> Event:
    meeting = place.meeting
    known = identity_of(meeting)
    event = event_of(meeting, place)
    event.add("dtstamp", clock.now())
    event.add("sequence", known.sequence)
    if known.occurrence is not None and meeting.series is not None:
        event.add("recurrence-id", local(known.occurrence, meeting.series.zone))
    _ask(event, place, address=address)
    return event


def _of_series(place: Attendee, series: Series, *, address: str) -> Event:
    """The rule, and the times that are left out: where somebody could not come, or that are off again."""
    meeting = place.meeting
    event = event_of(meeting, place)
    times = list(series.occurrences())
    standing = set(
        type(meeting).objects.filter(series=series, state__in=state.STANDING).values_list("number", flat=True)
    )
    for name, moment in (("dtstart", times[0]), ("dtend", times[0] + timedelta(minutes=series.minutes))):
        event.pop(name)
        event.add(name, local(moment, series.zone))
    event.add("dtstamp", clock.now())
    event.add("sequence", 0)
    event.add("rrule", vRecur(freq="WEEKLY", interval=series.every_weeks, count=series.count))
    if out := [local(at, series.zone) for number, at in enumerate(times, 1) if number not in standing]:
        event.add("exdate", vDDDLists(out))
    _ask(event, place, address=address)
    return event


def event_of(meeting: Meeting, place: Attendee) -> Event:
    """What invitations and feeds say alike. The words are in the language that is active."""
    event = Event()
    event.add("uid", identity_of(meeting).uid)
    event.add("dtstart", local(meeting.starts_at, meeting.zone))
    event.add("dtend", local(meeting.ends_at, meeting.zone))
    event.add("summary", wording.summary(meeting, place.person))
    event.add("description", wording.description(meeting))
    if where := wording.location(meeting):
        event.add("location", where)
    event.add("url", f"{settings.BASE_URL}/meetings/{meeting.pk}/")
    event.add("class", "PRIVATE")
    event.add("transp", "OPAQUE")
    event.add("status", "CONFIRMED")
    return event


def _ask(event: Event, place: Attendee, *, address: str) -> None:
    """Who asks and who is asked. Without an address for answers nobody is asked for one."""
    back = reply_address(SIGN, place.pk)
    organiser = vCalAddress(f"mailto:{back or parseaddr(settings.DEFAULT_FROM_EMAIL)[1]}")
    organiser.params["CN"] = _quotable(wording.organiser(place.meeting, place.person))
    event.add("organizer", organiser)
    asked = vCalAddress(f"mailto:{address}")
    asked.params["CN"] = _quotable(single_line(place.person.name, most=120))
    asked.params["CUTYPE"], asked.params["ROLE"] = "INDIVIDUAL", "REQ-PARTICIPANT"
    asked.params["PARTSTAT"] = PARTSTAT[place.answer]
    asked.params["RSVP"] = "TRUE" if back else "FALSE"
    event.add("attendee", asked, encode=False)


def _quotable(name: str) -> str:
    """A parameter may not hold a double quote (RFC 5545, 3.2)."""
    return name.replace('"', "'")


def local(moment: datetime, zone: str) -> datetime:
    """The hour on the wall of a zone; plain UTC where that is the zone."""
    return moment.astimezone(UTC if zone == "UTC" else ZoneInfo(zone))
