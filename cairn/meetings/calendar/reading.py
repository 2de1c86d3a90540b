"""Reading calendars of strangers: what may be read, what came of it, and one sentence where nothing did."""

from __future__ import annotations

import json
import logging
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

READER = Path(__file__).with_name("apart.py")
SECONDS = 20
MOST_OF_REPLY, MOST_OF_CALENDAR = 256 * 1024, 5 * 1024 * 1024
_TOO_MUCH, _SEVERAL = 3, 5

log = logging.getLogger(__name__)

SENTENCES: dict[str, str | Promise] = {
    "empty": _("There was nothing in it."),
    "too_big": _("It is too large for a calendar."),
    "too_much": _("It holds more than a calendar can: too many entries, or one that comes back too often."),
    "several": _("It speaks of several entries at once."),
    "broken": _("It is no calendar that we can read."),
}


class Unreadable(Exception):
    """Nothing was read. `code` is one of SENTENCES."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code

    @property
    def sentence(self) -> str:
        """In the language that is active."""
        return str(SENTENCES[self.code])


@dataclass(frozen=True, slots=True)
class Reply:
    """What a calendar says about one entry. Moments are in UTC; `answers` are (address, PARTSTAT)."""

    method: str
    uid: str
    sequence: int
    occurrence: datetime | None
    starts: datetime | None
    answers: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A time somebody is not free, and the entry's name there."""

    starts_at: datetime
    ends_at: datetime
    uid: str


def read_reply(document: bytes, *, zone: str) -> Reply:
    """A REPLY or COUNTER. Raises Unreadable."""
    said = _read_apart(document, "reply", zone, most=MOST_OF_REPLY)
    return Reply(
        said["method"],
        said["uid"],
        said["sequence"],
        _moment(said["occurrence"]),
        _moment(said["starts"]),
        tuple((address, answer) for address, answer in said["answers"]),
    )


def read_busy(document: bytes, *, start: datetime, end: datetime, zone: str) -> list[Stretch]:
    """When a calendar's owner is not free between two moments; hours without a zone are the owner's.

    Raises Unreadable.
    """
    within = (start.isoformat(), end.isoformat(), zone)
    rows = _read_apart(document, "busy", *within, most=MOST_OF_CALENDAR)
    return [Stretch(datetime.fromisoformat(one), datetime.fromisoformat(two), uid) for one, two, uid in rows]


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _read_apart(document: bytes, *arguments: str, most: int) -> Any:
    if not document.strip():
        raise Unreadable("empty")
    if len(document) > most:
        raise Unreadable("too_big")
    try:
        done = subprocess.run(  # noqa: S603 - our own file, and words of ours
            [sys.executable, "-I", str(READER), *arguments],
            input=document, capture_output=True, timeout=SECONDS, check=False, env={},
        )  # fmt: skip
        if done.returncode == 0:
            return json.loads(done.stdout)
    except subprocess.TimeoutExpired:
        raise Unreadable("too_much") from None
    raise Unreadable(_code(done.returncode, last_line(done.stderr.decode("utf-8", "replace").splitlines())))


def _code(returned: int, fault: str) -> str:
    log.info("a calendar could not be read: %s", fault or returned)
    if returned == _SEVERAL:
        return "several"
    return "too_much" if returned == _TOO_MUCH or returned < 0 or "MemoryError" in fault else "broken"


def last_line(lines: Iterable[str]) -> str:
    """The kind of fault, without what it speaks of: words of people stay out of logs."""
    *_before, last = ("", *lines)
    return last.partition(":")[0][:80]
