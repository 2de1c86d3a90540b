"""Looking into the mailbox that answers arrive in (IMAP4rev1, RFC 3501).

What was taken is marked as read, so the mailbox itself is the list of what is left; a mail that was taken
just before we died is taken again and recognised. What nobody could deal with is flagged too, for a person.
"""

from __future__ import annotations

import imaplib
import logging
import re
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from django.db import OperationalError

from cairn.integrations.inbound_mail.arrived import MOST_BYTES
from cairn.integrations.inbound_mail.taking import take

SECONDS, MOST_AT_ONCE = 10, 50
_SIZE = re.compile(rb"RFC822\.SIZE (\d+)")
_LEFT_ASIDE = frozenset({"no_sign", "nobody", "forged", "mail_too_big", "mail_broken"})

log = logging.getLogger(__name__)


def poll() -> int:
    """Take what is unread, some at a time; how many. A mailbox that is away is tried again."""
    if not settings.INBOUND_IMAP:
        return 0
    try:
        with _mailbox(settings.INBOUND_IMAP) as box:
            unread = _asked(box.uid("SEARCH", None, "UNSEEN"))[0].split()
            for uid in unread[:MOST_AT_ONCE]:
                _take_one(box, uid.decode())
            return len(unread[:MOST_AT_ONCE])
    except (OSError, imaplib.IMAP4.error) as fault:
        log.warning("the mailbox for answers could not be read: %s", type(fault).__name__)
        return 0


def _take_one(box: Any, uid: str) -> None:
    """Its size is asked before its words are."""
    known = _asked(box.uid("FETCH", uid, "(RFC822.SIZE)"))
    size = _SIZE.search(b" ".join(each for each in known if isinstance(each, bytes)))
    flags = r"(\Seen)"
    if size is None or int(size[1]) > MOST_BYTES:
        flags = r"(\Seen \Flagged)"
        log.info("a mail by IMAP: mail_too_big")
    else:
        flags = _flags_after(_asked(box.uid("FETCH", uid, "(BODY.PEEK[])")))
    box.uid("STORE", uid, "+FLAGS.SILENT", flags)


def _flags_after(answer: list[Any]) -> str:
    raw = next((each[1] for each in answer if isinstance(each, tuple)), b"")
    try:
        taken = take(raw)
    except OperationalError:
        raise
    except Exception:
        log.exception("a mail by IMAP could not be taken")
        return r"(\Seen \Flagged)"
    log.info("a mail by IMAP: %s", taken.code)
    return r"(\Seen \Flagged)" if taken.code in _LEFT_ASIDE else r"(\Seen)"


def _asked(answer: tuple[str, list[Any]]) -> list[Any]:
    said, data = answer
    if said != "OK":
        raise imaplib.IMAP4.error(said)
    return [each for each in data if each is not None] or [b""]


@contextmanager
def _mailbox(where: dict[str, Any]) -> Iterator[Any]:
    host, port = where["host"], where["port"]
    box: imaplib.IMAP4
    if where["scheme"] == "imaps":
        box = imaplib.IMAP4_SSL(host, port, ssl_context=ssl.create_default_context(), timeout=SECONDS)
    else:
        box = imaplib.IMAP4(host, port, timeout=SECONDS)
    try:
        box.login(where["user"], where["password"])
        folder = str(where["folder"]).replace("\\", "\\\\").replace('"', '\\"')
        _asked(box.select(f'"{folder}"'))
        yield box
    finally:
        _leave(box)


def _leave(box: imaplib.IMAP4) -> None:
    try:
        box.logout()
    except (OSError, imaplib.IMAP4.error):
        box.shutdown()
