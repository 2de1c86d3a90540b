"""Weekly free time as bits: 672 quarter hours of a UTC week, Monday 00:00 first, in eleven 64-bit words.

A cell like `Mon 09:00-12:00;Tue 18:00-20:00` holds local time in an IANA zone. What it means in UTC
depends on the date, since clocks change; the reference week (any day in it) decides. Quarter hours count
when they are wholly free: a start is rounded up, an end down, so nobody is booked into a minute they did
not offer. `24:00` ends a day, an end before its start runs past midnight, and Sunday night runs on into
Monday: the week is a ring. Each local day is shifted by the offset valid at that hour, so in a week where
clocks change the hours before and after it each stand right; an hour that the clocks skip or repeat takes
the offset Python's zoneinfo gives it first (fold 0).
"""

import re
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from matchmaker.cells import Unreadable, fold, many

SLOTS = 672
WORDS = 11
FULL_WORD = (1 << 64) - 1
QUARTER, HOUR, DAY = 15, 60, 1440
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
SPAN = re.compile(
    r"^(?P<day>[a-z]{3,9})\.?\s+(?P<h1>\d{1,2}):(?P<m1>\d{2})\s*[-–]\s*(?P<h2>\d{1,2}):(?P<m2>\d{2})$"
)
ADVICE = 'write free time like "Mon 09:00-12:00;Tue 18:00-20:00"'
REFERENCE_WEEK = date(2026, 1, 12)


@lru_cache(maxsize=1024)
def zone(name: str) -> ZoneInfo:
    """Return the IANA zone of this name."""
    try:
        return ZoneInfo(name.strip())
    except (KeyError, ValueError, OSError) as fault:
        raise Unreadable('write an IANA zone like "Europe/Berlin"') from fault


@lru_cache(maxsize=65536)
def week(cell: str, zone_name: str, *, during: date = REFERENCE_WEEK) -> frozenset[int] | None:
    """Return the free quarter hours (0-671, UTC) of a cell, or None when it is empty."""
    spans = many(cell)
    if not spans:
        return None
    monday = datetime.combine(during - timedelta(days=during.weekday()), datetime.min.time())
    table = _table(zone_name, monday)
    return frozenset(slot for span in spans for slot in _slots(span, table))


def _slots(span: str, table: tuple[int, ...]) -> list[int]:
    start, end = _minutes(span)
    first = -(-start // QUARTER)
    return [table[slot % SLOTS] for slot in range(first, end // QUARTER)]


def _minutes(span: str) -> tuple[int, int]:
    """Return start and end in minutes from Monday 00:00 local; the end may pass the week's end."""
    found = SPAN.match(fold(span))
    if found is None or found["day"][:3] not in DAYS:
        raise Unreadable(ADVICE)
    start, end = (int(found[f"h{n}"]) * HOUR + int(found[f"m{n}"]) for n in (1, 2))
    wrong_minute = max(int(found["m1"]), int(found["m2"])) >= HOUR
    if wrong_minute or start >= DAY or end > DAY or start == end:
        raise Unreadable(ADVICE)
    day = DAYS.index(found["day"][:3]) * DAY
    return day + start, day + end + (DAY if end < start else 0)


@lru_cache(maxsize=1024)
def _table(zone_name: str, monday: datetime) -> tuple[int, ...]:
    """Return the UTC quarter of each local quarter of a week; offsets that are no whole quarters are
    rounded down.
    """
    local = zone(zone_name)
    starts = [monday + timedelta(minutes=slot * QUARTER) for slot in range(SLOTS)]
    there = [start.replace(tzinfo=local).astimezone(UTC).replace(tzinfo=None) for start in starts]
    return tuple(int((one - monday).total_seconds() // 60 // QUARTER) % SLOTS for one in there)


def as_words(weeks: list[frozenset[int] | None]) -> NDArray[np.uint64]:
    """Return bits as uint64[people, 11]; an unknown week has none."""
    bits = np.zeros((len(weeks), WORDS), np.uint64)
    for row, slots in enumerate(weeks):
        whole = sum(1 << slot for slot in slots or ())
        bits[row] = [whole >> (64 * word) & FULL_WORD for word in range(WORDS)]
    return bits


def spans(slots: frozenset[int]) -> list[str]:
    """Return free quarters as UTC spans, longest first: `Mon 09:00-12:00`."""
    runs: list[list[int]] = []
    for slot in sorted(slots):
        if runs and runs[-1][-1] == slot - 1 and slot % 96:
            runs[-1].append(slot)
        else:
            runs.append([slot])
    runs.sort(key=lambda run: (-len(run), run[0]))
    return [f"{DAYS[run[0] // 96].title()} {_clock(run[0])}-{_clock(run[-1] + 1, end=True)}" for run in runs]


def _clock(slot: int, *, end: bool = False) -> str:
    minutes = (slot % 96) * QUARTER
    return "24:00" if end and minutes == 0 else f"{minutes // 60:02d}:{minutes % 60:02d}"
