"""A mail as it arrived, opened with limits: who wrote, which sign it goes to, what stands in it.

Whoever writes mails may write anything, so sizes and counts are looked at before the parser is, and what the
parser stumbles over is one sentence, never a fault.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message
from email.utils import getaddresses

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cairn.integrations.inbound_mail.plain import words_of_html
from cairn.kernel.reply_address import Sign, read_sign
from cairn.kernel.text import single_line

MOST_BYTES, MOST_HEADERS, MOST_BOUNDARIES, MOST_PARTS, MOST_FILES = 15 * 1024 * 1024, 64 * 1024, 100, 60, 10
MOST_WORDS, LOGO = 200_000, 30_000
_RECIPIENTS = ("To", "Cc", "Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To", "X-Forwarded-To")
_SIGNED = re.compile(r"[\w.-]{1,12}\+[a-z2-7]{40,60}@[\w.-]{1,255}", re.ASCII)
_DAEMONS = ("mailer-daemon@", "postmaster@", "no-reply@", "noreply@", "bounce")
_BULK = frozenset({"bulk", "junk", "list", "auto_reply"})
_CALENDARS = frozenset({"text/calendar", "application/ics"})
_LEFT_ASIDE = _CALENDARS | {"application/ms-tnef", "application/pgp-signature", "application/pkcs7-signature"}

SENTENCES: dict[str, str | Promise] = {
    "mail_too_big": _("The mail is larger than 15 MB. Nothing was taken from it."),
    "mail_broken": _("The mail could not be read: it is broken, or nested too deeply."),
}


class Unopened(Exception):
    """Nothing can be said about a mail. `code` is one of SENTENCES."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A file that came along, with a name on one line."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Arrived:
    """`sender` is empty where that is not one address; `mark` stays the same for the same mail."""

    sender: str
    sign: Sign | None
    mark: str
    is_bounce: bool
    is_automatic: bool
    calendar: bytes | None
    words: str
    files: tuple[Enclosed, ...]


def opened(raw: bytes) -> Arrived:
    """Open a mail. Raises Unopened."""
    if len(raw) > MOST_BYTES:
        raise Unopened("mail_too_big")
    head = re.split(rb"\r?\n\r?\n", raw[: MOST_HEADERS + 4], maxsplit=1)[0]
    if len(head) > MOST_HEADERS or raw.lower().count(b"boundary") > MOST_BOUNDARIES:
        raise Unopened("mail_broken")
    try:
        return _read(message_from_bytes(raw), raw)
    except (RecursionError, ValueError, LookupError, TypeError, AttributeError, AssertionError) as fault:
        # The parser of the standard library knows many ways to stumble; each of them is the mail's doing.
        raise Unopened("mail_broken") from fault


def _read(mail: Message, raw: bytes) -> Arrived:
    parts = list(_parts(mail))
    sender = _sender(mail)
    named = str(mail.get("Message-ID", "")).strip().encode("utf-8", "replace")
    return Arrived(
        sender=sender,
        sign=_sign(mail),
        mark=hashlib.sha256(named or raw).hexdigest(),
        is_bounce=_is_bounce(mail, sender),
        is_automatic=_is_automatic(mail),
        calendar=next((_as_utf8(part) for part in parts if part.get_content_type() in _CALENDARS), None),
        words=_words(parts),
        files=tuple(_files(parts)),
    )


def _parts(mail: Message) -> Iterator[Message]:
    """The leaves; mails inside mails are not looked into."""
    waiting, seen = [mail], 0
    while waiting:
        part, seen = waiting.pop(0), seen + 1
        if seen > MOST_PARTS:
            raise Unopened("mail_broken")
        if part.get_content_maintype() == "multipart" and isinstance(part.get_payload(), list):
            waiting[:0] = part.get_payload()  # type: ignore[assignment]  # a list of messages, as just asked
        elif part.get_content_maintype() != "message":
            yield part


def _sender(mail: Message) -> str:
    written = [str(each) for each in mail.get_all("From", [])]
    found = getaddresses(written) if len(written) == 1 else []
    return found[0][1].strip().lower() if len(found) == 1 else ""


def _sign(mail: Message) -> Sign | None:
    for name in _RECIPIENTS:
        for value in mail.get_all(name, []):
            for address in _SIGNED.findall(str(value).lower()):
                if sign := read_sign(address):
                    return sign
    return None


def _is_bounce(mail: Message, sender: str) -> bool:
    """What mail servers write about mails; answering it would be answering a machine."""
    returns = str(mail.get("Return-Path", "")).strip()
    report = mail.get_content_type() == "multipart/report"
    return report or returns == "<>" or not sender or sender.startswith(_DAEMONS)


def _is_automatic(mail: Message) -> bool:
    """Away messages, lists, and whatever else nobody wrote (RFC 3834)."""
    said = str(mail.get("Auto-Submitted", "no")).split(";")[0].strip().lower()
    bulk = str(mail.get("Precedence", "")).strip().lower() in _BULK
    marked = any(name in mail for name in ("X-Autoreply", "X-Autorespond", "List-Id", "X-Autoreply-From"))
    return said != "no" or bulk or marked


def _as_utf8(part: Message) -> bytes:
    return _text(part).encode("utf-8", "replace")


def _text(part: Message) -> str:
    content = part.get_payload(decode=True)
    if not isinstance(content, bytes):
        return ""
    charset = str(part.get_content_charset() or "utf-8")
    try:
        return content.decode(charset, "replace")
    except LookupError:
        return content.decode("utf-8", "replace")


def _words(parts: list[Message]) -> str:
    """What somebody wrote: the plain text, else the words of the HTML."""
    texts = [part for part in parts if not _is_file(part)]
    for kind, reader in (("text/plain", str), ("text/html", words_of_html)):
        if found := next((part for part in texts if part.get_content_type() == kind), None):
            return reader(_text(found)[:MOST_WORDS])
    return ""


def _is_file(part: Message) -> bool:
    return part.get_content_disposition() == "attachment" or bool(part.get_filename())


def _files(parts: list[Message]) -> Iterator[Enclosed]:
    """What came along; not the little pictures of a signature."""
    files = [part for part in parts if _is_file(part) and part.get_content_type() not in _LEFT_ASIDE]
    for number, part in enumerate(files[:MOST_FILES], start=1):
        content = part.get_payload(decode=True)
        if not isinstance(content, bytes) or (
            len(content) < LOGO and part.get_content_disposition() == "inline"
        ):
            continue
        name = re.split(r"[/\\]", single_line(part.get_filename() or "", most=120))[-1]
        yield Enclosed(name.strip(". ") or f"file-{number}", content)
