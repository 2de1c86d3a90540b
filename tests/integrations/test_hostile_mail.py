"""Mails that mean harm, or mean nothing: one line each, and nothing changes."""

import base64
import gzip
import time
from contextlib import suppress
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from pytest_django import Settings

from cairn.conversations.message import Message
from cairn.conversations.thread import Thread
from cairn.integrations.inbound_mail.arrived import Unopened, opened
from cairn.integrations.inbound_mail.taking import take
from cairn.kernel.reply_address import read_sign, reply_address
from cairn.meetings.meeting import Meeting
from tests.cast import Cast
from tests.integrations.conftest import TUESDAY_NINE, answer_of, invited
from tests.integrations.letters import crlf, plain

AMINA = "amina@lakeside.example"


def mail_with(document: bytes, to: str, *, kind: str = "text/calendar; method=REPLY; charset=utf-8") -> bytes:
    head = f"From: {AMINA}\r\nTo: {to}\r\nMessage-ID: <{hash(document)}@x>\r\nContent-Type: {kind}\r\n"
    return (head + "Content-Transfer-Encoding: base64\r\n\r\n").encode() + base64.encodebytes(document)


def entry(*lines: str, uid: str = "u") -> bytes:
    return crlf("\n".join([
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", "METHOD:REPLY", "BEGIN:VEVENT", f"UID:{uid}",
        "DTSTAMP:20260302T080000Z", "DTSTART:20260303T080000Z", *lines, "END:VEVENT", "END:VCALENDAR", "",
    ]))  # fmt: skip


YES = f"ATTENDEE;PARTSTAT=ACCEPTED:mailto:{AMINA}"
HOSTILE = {
    "rubbish": (b"\x00\xff\xfe nothing", "broken"),
    "empty": (b"   \r\n", "empty"),
    "cut off": (entry(YES)[:150], "broken"),
    "ten megabytes": (entry(YES, "COMMENT:" + "x" * 10_000_000), "too_big"),
    "a bomb in gzip": (gzip.compress(b"x" * 1_000_000), "broken"),
    "a zip": (b"PK\x03\x04" + b"\x00" * 100, "broken"),
    "nested deeply": (b"BEGIN:VEVENT\r\n" * 15_000, "broken"),
    "too many parts": (b"BEGIN:VEVENT\r\nEND:VEVENT\r\n" * 9_000 + entry(YES), "broken"),
    "two entries": (entry(YES, "END:VEVENT", "BEGIN:VEVENT", "UID:v", "DTSTAMP:20260302T080000Z"), "several"),
    "no entry": (crlf("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\nEND:VCALENDAR\n"), "broken"),
    "a request": (entry(YES).replace(b"REPLY", b"REQUEST"), "not_for_us"),
    "a sequence of words": (entry(YES, "SEQUENCE:many"), "broken"),
    "nobody answers": (entry(), "forged"),
    "another entry": (entry(YES), "unknown"),
    "a null in the name": (entry(YES, uid="u\x00\x01"), "unknown"),
    "year nought": (entry(YES).replace(b"20260303T", b"00000000T"), "broken"),
}


@pytest.mark.django_db
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_calendar_is_one_line_and_nothing_else(name: str, meeting: Meeting, cast: Cast) -> None:
    document, code = HOSTILE[name]
    taken = take(mail_with(document, invited(meeting, cast.amina)))
    assert taken.code == code
    assert 0 < len(taken.line.splitlines()) <= 1
    assert_untouched(meeting, cast)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "rule",
    ["RRULE:FREQ=SECONDLY", "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "RRULE:FREQ=YEARLY\r\n" * 4_000],
)
def test_rules_in_an_answer_are_never_followed(rule: str, meeting: Meeting, cast: Cast) -> None:
    began = time.monotonic()
    taken = take(mail_with(entry(YES, rule, uid=meeting.uid), invited(meeting, cast.amina)))
    assert taken.code in {"accepted", "broken"}
    assert time.monotonic() - began < 15


def assert_untouched(meeting: Meeting, cast: Cast) -> None:
    found = Meeting.objects.get(pk=meeting.pk)
    assert (found.state, found.starts_at, found.sequence) == ("booked", TUESDAY_NINE, 0)
    assert answer_of(meeting, cast.amina) == "needs_action"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "automatic"),
        (b"\x00" * 5_000, "automatic"),
        (b"From: a@x.example\r\n" * 5_000, "mail_broken"),
        (b"x" * 16_000_000, "mail_too_big"),
        (b"Content-Type: multipart/mixed; boundary=a\r\n\r\n" + b"--a\r\nboundary\r\n" * 500, "mail_broken"),
    ],
)
def test_a_hostile_mail_is_one_line(raw: bytes, code: str) -> None:
    began = time.monotonic()
    assert take(raw).code == code
    assert time.monotonic() - began < 5


@pytest.mark.django_db
def test_parts_in_parts_are_not_followed_for_ever(thread: Thread, cast: Cast) -> None:
    to = reply_address("t", thread.parts.get(person=cast.amina).pk)
    inner = b"Content-Type: text/plain\r\n\r\nhello\r\n"
    for number in range(90):
        edge = f"b{number}".encode()
        inner = b"Content-Type: multipart/mixed; boundary=%s\r\n\r\n--%s\r\n%s\r\n--%s--\r\n" % (
            edge,
            edge,
            inner,
            edge,
        )
    raw = f"From: {AMINA}\r\nTo: {to}\r\n".encode() + inner
    assert take(raw).code == "mail_broken"
    assert not Message.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "charset", ["utf-8", "x-unknown", "utf-7", "idna", "rot13", "utf-16", "unicode_escape"]
)
def test_a_strange_charset_is_no_fault(charset: str, thread: Thread, cast: Cast) -> None:
    to = reply_address("t", thread.parts.get(person=cast.amina).pk)
    head = plain(to=to, who=AMINA, words="").replace(b"utf-8", charset.encode())
    raw = head + b"caf\xe9 \xff ok\r\n"
    assert take(raw).code in {"posted", "no_words", "mail_broken"}


@pytest.mark.django_db
def test_a_header_cannot_be_smuggled_in(thread: Thread, cast: Cast) -> None:
    to = reply_address("t", thread.parts.get(person=cast.amina).pk)
    raw = plain(to=to, who=f"{AMINA}>\r\nBcc: all@x.example\r\nX: <", words="hi")
    assert take(raw).code in {"forged", "automatic", "posted"}
    name = "=?utf-8?q?a=0d=0aBcc=3a_all=40x?="
    file = b'Content-Type: image/png; name="%s"\r\n' % name.encode()
    raw = f"From: {AMINA}\r\nTo: {to}\r\nMessage-ID: <h@x>\r\n".encode() + file + b"\r\nnot a picture\r\n"
    assert take(raw).code == "posted"
    kept = [each.file.name for message in Message.objects.all() for each in message.attachments.all()]
    assert kept
    assert all(name.isprintable() and len(name) < 130 for name in kept)


def test_a_sign_is_read_only_where_its_seal_fits(settings: Settings) -> None:
    settings.INBOUND_ADDRESS = "reply@cairn.example"
    made = uuid4()
    address = reply_address("m", made)
    sign = read_sign(address.upper())
    assert sign is not None
    assert (sign.kind, sign.id) == ("m", made)
    assert len(address.partition("@")[0]) <= 64
    for place in range(7, address.index("@")):
        other = "a" if address[place] != "a" else "b"
        changed = read_sign(address[:place] + other + address[place + 1 :])
        assert (
            changed is None or place == address.index("@") - 1
        )  # the last letter holds bits that are not used
    assert read_sign(address.replace("cairn.example", "evil.example")) is None


HEADERS = st.sampled_from([
    "From: amina@lakeside.example", "From: <>", "From: a@b, c@d", "To: reply+mAAAA@cairn.example",
    "Content-Type: multipart/mixed; boundary=b", "Content-Type: multipart/mixed",
    "Content-Type: text/calendar", "Content-Type: text/html; charset=\x01", "Content-Type: message/rfc822",
    "Content-Type: message/delivery-status",
    "Content-Transfer-Encoding: base64", "Content-Transfer-Encoding: x-uuencode", "Message-ID:",
    "Date: never",
    "Content-Disposition: attachment; filename*=utf-8''%FF%00", "Subject: =?x?q?=FF?=", ": no name",
    " folded",
    "Content-Type: text/plain; charset*0=a; charset*2=b", "Content-Type: text/plain; name*=bad''x",
])  # fmt: skip


@hypothesis_settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(
    head=st.lists(HEADERS, max_size=8),
    body=st.binary(max_size=300),
    edge=st.sampled_from([b"", b"--b\r\n", b"begin 644 x\r\n"]),
)
def test_any_bytes_open_or_are_refused(head: list[str], body: bytes, edge: bytes) -> None:
    raw = "\r\n".join(head).encode("utf-8", "replace") + b"\r\n\r\n" + edge + body
    with suppress(Unopened):
        assert all("\n" not in file.name and "/" not in file.name for file in opened(raw).files)
