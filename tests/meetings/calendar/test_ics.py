"""What other calendars are told, read again as they would read it: from the document alone."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo, available_timezones

import pytest
import recurring_ical_events
from hypothesis import HealthCheck, example, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from icalendar import Calendar
from pytest_django import Settings

from cairn.meetings.attendee import Attendee
from cairn.meetings.booking import book
from cairn.meetings.calendar.ics import cancellation, invitation, local, refusal_of_counter
from cairn.meetings.meeting import Meeting
from cairn.meetings.moving import cancel, reschedule
from cairn.meetings.recurring import begin, series_from
from cairn.mentorships.mentorship import Mentorship
from cairn.people.person import Person
from tests.cast import Cast
from tests.meetings.conftest import fresh, utc


@pytest.fixture(autouse=True)
def _answers(settings: Settings) -> None:
    settings.INBOUND_ADDRESS = "reply@cairn.example"


def book_one(pair: Mentorship, cast: Cast, at: datetime | None = None) -> Meeting:
    return book(
        people=[cast.amina, cast.bruno],
        at=at or utc(3, 8),
        minutes=30,
        mentorship=pair,
        by=cast.amina,
        anywhen=True,
    )


def place_of(meeting: Meeting, person: Person) -> Attendee:
    found: Attendee = Attendee.objects.select_related("meeting", "person").get(meeting=meeting, person=person)
    return found


def read(document: bytes) -> Any:
    """As another program does: nothing but the document's own rules for its zones."""
    return Calendar.from_ical(document)


def test_an_invitation_says_who_when_and_where_to_answer(pair: Mentorship, cast: Cast) -> None:
    meeting = book_one(pair, cast)
    part = invitation(place_of(meeting, cast.bruno), address="bruno@lakeside.example")
    calendar = read(part.content)
    event = calendar.events[0]
    assert (part.method, str(calendar["method"]), str(calendar["version"])) == ("REQUEST", "REQUEST", "2.0")
    assert (str(event["uid"]), event["sequence"], str(event["status"])) == (meeting.uid, 0, "CONFIRMED")
    assert (event.start, event.end) == (meeting.starts_at, meeting.ends_at)
    assert str(event["summary"]) == "Meeting with Amina"
    assert re.fullmatch(r"mailto:reply\+m[a-z2-7]{45}@cairn\.example", str(event["organizer"]))
    asked = event["attendee"]
    assert (str(asked), asked.params["PARTSTAT"], asked.params["RSVP"]) == (
        "mailto:bruno@lakeside.example", "NEEDS-ACTION", "TRUE",
    )  # fmt: skip
    assert "amina@" not in part.content.decode()  # nobody's address is told to anybody else


def test_every_line_is_folded_and_ends_as_the_rule_says(pair: Mentorship, cast: Cast) -> None:
    cast.amina.name = 'Ámina "Мина" ' + "長い名前" * 30
    cast.amina.save()
    part = invitation(place_of(book_one(pair, cast), cast.bruno), address="bruno@lakeside.example")
    lines = part.content.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert all(b"\n" not in line and b"\r" not in line for line in lines)
    assert "長い名前" in str(read(part.content).events[0]["organizer"].params["CN"])


def test_moving_and_calling_off_raise_the_sequence(pair: Mentorship, cast: Cast) -> None:
    meeting = book_one(pair, cast)
    reschedule(meeting, utc(4, 9), by=cast.amina)
    moved = read(invitation(place_of(fresh(meeting), cast.bruno), address="b@x.example").content).events[0]
    assert (str(moved["uid"]), moved["sequence"], moved.start) == (meeting.uid, 1, utc(4, 9))
    cancel(fresh(meeting), by=cast.amina)
    part = cancellation(place_of(fresh(meeting), cast.bruno), address="b@x.example")
    off = read(part.content).events[0]
    assert (part.method, off["sequence"], str(off["status"])) == ("CANCEL", 2, "CANCELLED")
    assert (
        refusal_of_counter(place_of(fresh(meeting), cast.bruno), address="b@x.example").method
        == "DECLINECOUNTER"
    )


def test_without_an_address_for_answers_nobody_is_asked_for_one(
    pair: Mentorship, cast: Cast, settings: Settings
) -> None:
    settings.INBOUND_ADDRESS = ""
    event = read(
        invitation(place_of(book_one(pair, cast), cast.bruno), address="b@x.example").content
    ).events[0]
    assert event["attendee"].params["RSVP"] == "FALSE"
    assert str(event["organizer"]) == "mailto:cairn@localhost"


def test_a_series_is_one_rule_that_keeps_its_hour(pair: Mentorship, cast: Cast) -> None:
    """Six Tuesdays at 09:00 in Berlin, over the night of 29 March when clocks go forward."""
    series = series_from(
        pair, at=utc(3, 8), zone="Europe/Berlin", minutes=30, every_weeks=1, count=6, by=cast.amina
    )
    meetings, _left_out = begin(series)
    event = read(invitation(place_of(meetings[0], cast.bruno), address="b@x.example").content)
    times = [each.start for each in recurring_ical_events.of(event).between(utc(1, 0), utc(30, 0, month=6))]
    assert [at.astimezone(UTC) for at in sorted(times)] == [each.starts_at for each in meetings]
    assert {at.astimezone(ZoneInfo("Europe/Berlin")).hour for at in times} == {9}
    assert {at.hour for at in (each.starts_at for each in meetings)} == {7, 8}


def test_one_of_a_series_is_known_by_the_time_it_first_had(pair: Mentorship, cast: Cast) -> None:
    series = series_from(
        pair, at=utc(3, 8), zone="Europe/Berlin", minutes=30, every_weeks=1, count=3, by=cast.amina
    )
    meetings, _left_out = begin(series)
    reschedule(meetings[1], utc(11, 9), by=cast.amina)
    event = read(invitation(place_of(fresh(meetings[1]), cast.bruno), address="b@x.example").content).events[
        0
    ]
    assert (str(event["uid"]), event["sequence"]) == (str(series.pk), 1)
    assert (event["recurrence-id"].dt, event.start) == (utc(10, 8), utc(11, 9))
    cancel(fresh(meetings[2]), by=cast.amina)
    again = read(invitation(place_of(fresh(meetings[0]), cast.bruno), address="b@x.example").content).events[
        0
    ]
    assert [each.dt for each in again["exdate"].dts] == [utc(17, 8)]


def test_quiet_formats_say_nothing(pair: Mentorship, cast: Cast) -> None:
    Mentorship.objects.filter(pk=pair.pk).update(format="coping")
    meeting = book_one(Mentorship.objects.get(pk=pair.pk), cast)
    Meeting.objects.filter(pk=meeting.pk).update(place="The clinic", title="Grief")
    document = invitation(place_of(meeting, cast.bruno), address="b@x.example").content.decode()
    event = read(document.encode()).events[0]
    assert (str(event["summary"]), event.get("location")) == ("Appointment", None)
    assert not {"Amina", "clinic", "Grief", "First Steps"} & set(re.findall(r"\w+ ?\w+|\w+", document))


ZONES = sorted(
    zone for zone in available_timezones() if "/" in zone and not zone.startswith(("Etc/", "SystemV/"))
)
MOMENTS = st.datetimes(datetime(2025, 1, 1), datetime(2029, 12, 31)).map(  # noqa: DTZ001 - made aware here
    lambda at: at.replace(minute=at.minute // 15 * 15, second=0, microsecond=0, tzinfo=UTC)
)


@pytest.fixture
def meeting_and_place(pair: Mentorship, cast: Cast) -> Attendee:
    return place_of(book_one(pair, cast), cast.bruno)


@hypothesis_settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example(zone="Europe/Berlin", at=datetime(2026, 10, 25, 0, 30, tzinfo=UTC))  # 02:30, for the first time
@example(zone="Europe/Berlin", at=datetime(2026, 10, 25, 1, 30, tzinfo=UTC))  # 02:30, for the second time
@example(zone="Africa/Casablanca", at=datetime(2026, 3, 1, 9, tzinfo=UTC))
@example(zone="Australia/Lord_Howe", at=datetime(2026, 4, 4, 15, 15, tzinfo=UTC))
@given(zone=st.sampled_from(ZONES), at=MOMENTS)
def test_in_every_zone_the_document_alone_gives_the_hour(
    meeting_and_place: Attendee, zone: str, at: datetime
) -> None:
    place = meeting_and_place
    place.meeting.zone, place.meeting.starts_at, place.meeting.ends_at = zone, at, at + timedelta(minutes=30)
    document = invitation(place, address="b@x.example").content
    # A name nobody else knows, so that only the rules that came along can say what it means.
    renamed = document.replace(zone.encode(), f"Here/{uuid4()}".encode()).replace(b"\r\n ", b"")
    event = read(renamed).events[0]
    wall = local(at, zone)
    assert (event.start.hour, event.start.minute, event.start.day) == (wall.hour, wall.minute, wall.day)
    comes_twice = wall.utcoffset() != wall.replace(fold=1 - wall.fold).utcoffset()
    assert comes_twice or event.start.astimezone(UTC) == at
