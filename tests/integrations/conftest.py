"""Amina and Bruno with a meeting and a thread; a mail server and a mailbox that are real ones."""

import imaplib
import smtplib
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from pytest_django import Settings

from cairn.conversations.thread import PAIR, Thread
from cairn.integrations.inbound_mail.polling import poll
from cairn.kernel import clock, ids
from cairn.kernel.reply_address import reply_address
from cairn.meetings.attendee import Attendee
from cairn.meetings.booking import book
from cairn.meetings.meeting import Meeting
from cairn.mentorships.mentorship import Mentorship
from cairn.people.free_hour import FreeHour
from cairn.people.person import Person
from cairn.programmes.enrolment import MENTEE, MENTOR
from tests import cast as players
from tests.cast import Cast

MONDAY = datetime(2026, 3, 2, 7, 0, tzinfo=UTC)
TUESDAY_NINE = datetime(2026, 3, 3, 8, 0, tzinfo=UTC)
USER, PASSWORD = "demouser", "demopass"


@pytest.fixture(autouse=True)
def _monday(settings: Settings) -> Iterator[None]:
    settings.INBOUND_ADDRESS = "reply@cairn.example"
    settings.INBOUND_SECRET = "a long shared word"
    with clock.moved(to=MONDAY):
        yield


@pytest.fixture
def mentorship(cast: Cast) -> Mentorship:
    """Both in Berlin, free on weekday mornings from nine to twelve."""
    for person in (cast.amina, cast.bruno):
        person.zone = "Europe/Berlin"
        person.save()
        FreeHour.objects.bulk_create(
            FreeHour(organisation=person.organisation, person=person, weekday=day, start=540, end=720)
            for day in range(5)
        )
    return Mentorship.begin(
        mentor=players.enrol(cast.bruno, MENTOR), mentee=players.enrol(cast.amina, MENTEE), origin=ids.new()
    )


@pytest.fixture
def meeting(mentorship: Mentorship, cast: Cast) -> Meeting:
    """Tuesday at nine, asked for by Bruno."""
    return book(
        people=[cast.amina, cast.bruno], at=TUESDAY_NINE, minutes=30, mentorship=mentorship, by=cast.bruno
    )


@pytest.fixture
def thread(mentorship: Mentorship, cast: Cast) -> Thread:
    return Thread.open(people=[cast.amina, cast.bruno], kind=PAIR, origin=mentorship.pk)


def invited(meeting: Meeting, person: Person) -> str:
    """Where this person's calendar answers to."""
    return reply_address("m", Attendee.objects.get(meeting=meeting, person=person).pk)


def answer_of(meeting: Meeting, person: Person) -> str:
    return str(Attendee.objects.get(meeting=meeting, person=person).answer)


class PostOffice:
    """SMTP on one side, the mailbox on the other; nothing of it is ours."""

    def __init__(self, imap_port: int) -> None:
        self.imap_port = imap_port
        self.smtp_port = free_port()

    def box(self) -> imaplib.IMAP4:
        box = imaplib.IMAP4("127.0.0.1", self.imap_port, timeout=10)
        box.login(USER, PASSWORD)
        box.select("INBOX")
        return box

    async def handle_DATA(  # noqa: N802 - aiosmtpd's name
        self, _server: SMTP, _session: Session, envelope: Envelope
    ) -> str:
        box = self.box()
        box.append("INBOX", "", "", envelope.original_content or b"")
        box.logout()
        return "250 taken"

    def send(self, mail: bytes, *, by: str, to: str) -> None:
        with smtplib.SMTP("127.0.0.1", self.smtp_port) as server:
            server.sendmail(by, [to], mail, mail_options=["BODY=8BITMIME"])

    def flags(self) -> list[set[str]]:
        box = self.box()
        numbers = box.search(None, "ALL")[1][0].split()
        told = [box.fetch(number.decode(), "(FLAGS)")[1][0] for number in numbers]
        box.logout()
        return [
            {str(flag.decode()) for flag in imaplib.ParseFlags(line)} - {"\\Recent"}
            for line in told
            if isinstance(line, bytes)
        ]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _await(test: Callable[[], object]) -> None:
    for _ in range(200):
        try:
            test()
        except OSError:
            time.sleep(0.1)
        else:
            return
    pytest.fail("the mailbox does not answer")


@pytest.fixture(scope="session")
def imap_port() -> Iterator[int]:
    """A mail store in a process of its own (pymap)."""
    port = free_port()
    program = str(Path(sys.executable).with_name("pymap"))
    server = subprocess.Popen(
        [program, "--host", "127.0.0.1", "--port", str(port), "--no-tls", "dict", "--demo-data"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _await(lambda: imaplib.IMAP4("127.0.0.1", port, timeout=2).logout())
    yield port
    server.terminate()
    server.wait(timeout=10)


@pytest.fixture
def post_office(imap_port: int, settings: Settings) -> Iterator[PostOffice]:
    settings.INBOUND_IMAP = {
        "scheme": "imap", "host": "127.0.0.1", "port": imap_port,
        "user": USER, "password": PASSWORD, "folder": "INBOX",
    }  # fmt: skip
    office = PostOffice(imap_port)
    box = office.box()
    for number in box.search(None, "ALL")[1][0].split():
        box.store(number.decode(), "+FLAGS", r"(\Deleted)")
    box.expunge()
    box.logout()
    controller = Controller(office, hostname="127.0.0.1", port=office.smtp_port)
    controller.start()
    yield office
    controller.stop()


@pytest.fixture
def deliver(post_office: PostOffice) -> Callable[[bytes], int]:
    """Send a mail as the world does, then look into the mailbox."""

    def send(mail: bytes) -> int:
        post_office.send(mail, by="amina@lakeside.example", to="reply@cairn.example")
        return poll()

    return send
