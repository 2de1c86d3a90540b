"""Letters about meetings carry an invitation that calendar programs find (RFC 6047)."""

from email.message import EmailMessage

import pytest
from django.core import mail
from icalendar import Calendar
from pytest_django import Settings

from cairn.kernel.reply_address import read_sign
from cairn.meetings.booking import book
from cairn.meetings.moving import cancel, reschedule
from cairn.meetings.recurring import begin, series_from
from tests.cast import Cast
from tests.notices.conftest import MailServer
from tests.notices.life import at, on, pair

NOON = at("2026-12-02T12:00")


@pytest.fixture(autouse=True)
def _answers(settings: Settings) -> None:
    settings.INBOUND_ADDRESS = "reply@cairn.example"


def parts(letter: EmailMessage) -> list[str]:
    return [part.get_content_type() for part in letter.walk()]


def calendar_of(letter: EmailMessage) -> Calendar:
    part = next(each for each in letter.walk() if each.get_content_type() == "text/calendar")
    content = part.get_payload(decode=True)
    assert isinstance(content, bytes)
    calendar = Calendar.from_ical(content)
    assert part.get_param("method") == str(calendar["method"])  # RFC 6047: both say the same
    assert part.get_content_charset() == "utf-8"
    assert isinstance(calendar, Calendar)
    return calendar


@pytest.mark.django_db(transaction=True)
def test_booked_moved_and_called_off_reach_the_calendar(cast: Cast, mail_server: MailServer) -> None:
    with on("2026-11-25T09:00"):
        meeting = book(
            people=[cast.amina, cast.bruno],
            at=NOON,
            minutes=30,
            mentorship=pair(),
            by=cast.amina,
            anywhen=True,
        )
        reschedule(meeting, at("2026-12-03T12:00"), by=cast.amina, anywhen=True)
        cancel(meeting, by=cast.amina)
    bruno = [
        letter
        for letter in mail_server.mails
        if "bruno@" in str(letter["To"]) and "text/calendar" in parts(letter)
    ]
    told = [(str(c["method"]), c.events[0]["sequence"], c.events[0].start) for c in map(calendar_of, bruno)]
    assert told == [
        ("REQUEST", 0, NOON), ("REQUEST", 1, at("2026-12-03T12:00")), ("CANCEL", 2, at("2026-12-03T12:00")),
    ]  # fmt: skip
    assert parts(bruno[0]) == [
        "multipart/mixed", "multipart/alternative", "text/plain", "text/html", "text/calendar",
        "application/ics",
    ]  # fmt: skip
    sign = read_sign(str(bruno[0]["Reply-To"]))
    assert sign is not None
    assert (sign.kind, sign.id) == ("m", meeting.attendees.get(person=cast.bruno).pk)
    attached = next(part for part in bruno[0].walk() if part.get_content_type() == "application/ics")
    assert attached.get_filename() == "invite.ics"
    assert b"\r\nBEGIN:VEVENT\r\n" in attached.get_payload(decode=True)


@pytest.mark.django_db(transaction=True)
def test_a_series_is_one_letter(cast: Cast) -> None:
    with on("2026-11-25T09:00"):
        series = series_from(
            pair(), at=NOON, zone="Europe/Lisbon", minutes=30, every_weeks=1, count=4, by=cast.amina
        )
        begin(series)
    told = sorted(
        (letter.to[0].split("@")[0], str(letter.subject)) for letter in mail.outbox if letter.attachments
    )
    assert [who for who, _subject in told] == ["amina", "bruno"]
