"""Calendars of others, fetched from a real server: what they hold is not offered; faults are told."""

import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

from cairn.integrations.busy_ics.allowed_host import hosts_of
from cairn.integrations.busy_ics.looking import look_into_due
from cairn.integrations.busy_ics.source import BusySource
from cairn.kernel import clock
from cairn.meetings.busy import Busy
from cairn.meetings.meeting import Meeting
from cairn.meetings.slots import is_offered
from tests.cast import Cast
from tests.integrations.conftest import MONDAY, TUESDAY_NINE
from tests.integrations.letters import crlf

HOUR = timedelta(hours=1)


class Site(BaseHTTPRequestHandler):
    status, body, asked = 200, b"", 0
    tags: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        Site.asked += 1
        Site.tags.append(self.headers.get("If-None-Match", ""))
        fresh = self.headers.get("If-None-Match") == '"one"'
        self.send_response(304 if fresh else Site.status)
        self.send_header("ETag", '"one"')
        self.send_header("Content-Length", "0" if fresh else str(len(Site.body)))
        self.end_headers()
        if not fresh:
            self.wfile.write(Site.body)

    def log_message(self, *_args: object) -> None:
        """Say nothing."""


class Server(ThreadingHTTPServer):
    daemon_threads = False


@pytest.fixture
def source(cast: Cast, settings: Settings) -> Iterator[BusySource]:
    settings.EGRESS_PRIVATE = ("127.0.0.0/8",)
    Site.status, Site.asked, Site.tags = 200, 0, []
    server = Server(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    cast.amina.zone = "Europe/Berlin"
    cast.amina.save()
    yield BusySource.add(cast.amina, f"http://127.0.0.1:{server.server_port}/private/basic.ics")
    server.shutdown()
    server.server_close()


def calendar(*events: str) -> bytes:
    told = "\n".join(
        f"BEGIN:VEVENT\nUID:{n}\nDTSTAMP:20260101T000000Z\n{event}\nEND:VEVENT"
        for n, event in enumerate(events)
    )
    return crlf(f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n{told}\nEND:VCALENDAR\n")


def look(*, after: timedelta = timedelta()) -> BusySource:
    with clock.moved(to=MONDAY + after):
        look_into_due()
    found: BusySource = BusySource.objects.get()
    return found


def busy() -> list[tuple[datetime, datetime]]:
    return list(Busy.objects.values_list("starts_at", "ends_at"))


NINE = "DTSTART;TZID=Europe/Berlin:20260303T090000\nDTEND;TZID=Europe/Berlin:20260303T100000"


@pytest.mark.django_db
def test_what_is_busy_there_is_not_offered_here(source: BusySource, cast: Cast) -> None:
    assert is_offered([cast.amina], TUESDAY_NINE, minutes=30)
    Site.body = calendar(NINE)
    assert (look().stretches, busy()) == (1, [(TUESDAY_NINE, TUESDAY_NINE + HOUR)])
    assert not is_offered([cast.amina], TUESDAY_NINE, minutes=30)


@pytest.mark.django_db
def test_nine_stays_nine_when_clocks_change(source: BusySource) -> None:
    Site.body = calendar(NINE.replace("0303", "0324") + "\nRRULE:FREQ=WEEKLY;COUNT=2")
    look()
    assert [start.hour for start, _end in busy()] == [8, 7]


@pytest.mark.django_db
def test_what_takes_no_time_is_left_out_and_days_are_local(source: BusySource) -> None:
    Site.body = calendar(
        NINE + "\nTRANSP:TRANSPARENT",
        NINE + "\nSTATUS:CANCELLED",
        NINE + "\nX-MICROSOFT-CDO-BUSYSTATUS:FREE",
        "DTSTART;VALUE=DATE:20260305",
        "DTSTART:20260306T090000\nDURATION:PT1H",
    )
    look()
    day = datetime(2026, 3, 4, 23, tzinfo=UTC)
    hour = datetime(2026, 3, 6, 8, tzinfo=UTC)
    assert busy() == [(day, day + timedelta(days=1)), (hour, hour + HOUR)]


@pytest.mark.django_db
def test_our_own_meetings_come_back_and_are_in_nobodys_way(source: BusySource, meeting: Meeting) -> None:
    Site.body = calendar(NINE).replace(b"UID:0", f"UID:{meeting.uid}".encode())
    assert look().stretches == 0


@pytest.mark.django_db
def test_it_is_looked_into_every_so_often_and_read_when_it_changed(source: BusySource) -> None:
    Site.body = calendar(NINE)
    look()
    look(after=timedelta(minutes=10))
    assert Site.asked == 1
    assert look(after=timedelta(minutes=31)).fault == ""
    assert Site.tags == ["", '"one"']
    look(after=timedelta(hours=13))  # what comes back must be known four months ahead, so it is read anew
    assert (Site.tags[-1], len(busy())) == ("", 1)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("status", "body", "code"),
    [
        (200, b"<html>Sign in</html>", "broken"),
        (200, b"", "empty"),
        (200, b"x" * 6_000_000, "too_big"),
        (200, calendar(NINE + "\nRRULE:FREQ=SECONDLY"), "too_much"),
        (200, calendar(NINE + "\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"), "too_much"),
        (403, b"", "denied"),
        (404, b"", "gone"),
        (500, b"", "away"),
    ],
)
def test_what_cannot_be_read_is_told_and_asked_more_rarely(
    status: int, body: bytes, code: str, source: BusySource
) -> None:
    Site.status, Site.body = status, body
    found = look()
    assert (found.fault, found.failures, busy()) == (code, 1, [])
    assert found.next_at == MONDAY + HOUR
    assert look(after=HOUR).next_at == MONDAY + 3 * HOUR


@pytest.mark.django_db
def test_what_was_known_stays_for_a_day(source: BusySource) -> None:
    Site.body = calendar(NINE)
    look()
    Site.status, Site.body = 500, b""
    look(after=timedelta(hours=13))
    assert len(busy()) == 1
    look(after=timedelta(hours=25))
    assert busy() == []


@pytest.mark.django_db
def test_an_organisation_may_name_the_hosts(source: BusySource, cast: Cast) -> None:
    slug = cast.amina.organisation.slug
    call_command("doors", slug, "--allow", "Calendar.Example.org")
    assert hosts_of(cast.amina.organisation_id) == frozenset({"calendar.example.org"})
    assert look().fault == "not_allowed"
    call_command("doors", slug, "--forget", "calendar.example.org")
    assert hosts_of(cast.amina.organisation_id) is None
    with pytest.raises(CommandError, match="no organisation"):
        call_command("doors", "nowhere")
