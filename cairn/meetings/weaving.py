"""Weaving: free time of several people in several zones into times they share. Pure: no database, no clock.

Every moment is a whole number of minutes since 1970 in UTC, every stretch a pair (start, end). A week is told
in minutes of local days; each local day is placed by its own offset, so 09:00 is 09:00 on both sides of a
change of clocks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

Span = tuple[int, int]
DAY = 24 * 60
GRID = 15
HALF_HOUR = 30


@dataclass(frozen=True, slots=True)
class Availability:
    """When one person could meet.

    `hours` are (weekday, start, end) of an ordinary week and `exceptions` (date, start, end, free) of single
    days, both in minutes of the day in `zone`. `busy` is what other calendars hold, kept at a distance of
    `buffer` on both sides; `taken` what is given away here, its own buffer included. No meeting begins on a
    day in `full`.
    """

    zone: str
    hours: Sequence[tuple[int, int, int]]
    exceptions: Sequence[tuple[date, int, int, bool]] = ()
    busy: Sequence[Span] = ()
    taken: Sequence[Span] = ()
    buffer: int = 0
    full: frozenset[date] = frozenset()


def weave(people: Sequence[Availability], *, minutes: int, within: Span) -> list[Span]:
    """Stretches of at least `minutes` in which everybody could meet."""
    shared: list[Span] = [within]
    for person in people:
        shared = common(shared, could_meet(person, within))
    return [(start, end) for start, end in shared if end - start >= minutes]


def could_meet(person: Availability, within: Span) -> list[Span]:
    """One person's free time, without what other things take."""
    free = joined(_free(person, within))
    off = [
        _of_day(day, start, end, person.zone) for day, start, end, is_free in person.exceptions if not is_free
    ]
    off += [_of_day(day, 0, DAY, person.zone) for day in person.full]
    off += [(start - person.buffer, end + person.buffer) for start, end in person.busy]
    off += [(start - person.buffer, end) for start, end in person.taken]
    return without(free, joined(off))


def _free(person: Availability, within: Span) -> Iterator[Span]:
    by_weekday: dict[int, list[Span]] = {}
    for weekday, start, end in person.hours:
        by_weekday.setdefault(weekday, []).append((start, end))
    for day in _days(within, person.zone):
        for start, end in by_weekday.get(day.weekday(), ()):
            yield _of_day(day, start, end, person.zone)
    for day, start, end, is_free in person.exceptions:
        if is_free:
            yield _of_day(day, start, end, person.zone)


def _days(within: Span, zone: str) -> Iterator[date]:
    """The local dates a stretch touches."""
    first, last = (to_moment(minute).astimezone(ZoneInfo(zone)).date() for minute in within)
    for number in range((last - first).days + 1):
        yield first + timedelta(days=number)


def _of_day(day: date, start: int, end: int, zone: str) -> Span:
    return _wall(day, start, zone), _wall(day, end, zone)


def _wall(day: date, minute: int, zone: str) -> int:
    """A minute of a local day; 1440 is the midnight after it."""
    days, rest = divmod(minute, DAY)
    local = datetime.combine(day + timedelta(days=days), time(rest // 60, rest % 60), tzinfo=ZoneInfo(zone))
    return to_minute(local)


def joined(spans: Iterable[Span]) -> list[Span]:
    """In order, overlapping and touching ones made one; an hour that the clocks skip is none."""
    done: list[Span] = []
    for start, end in sorted(span for span in spans if span[1] > span[0]):
        if done and start <= done[-1][1]:
            done[-1] = (done[-1][0], max(done[-1][1], end))
        else:
            done.append((start, end))
    return done


def common(ones: Sequence[Span], others: Sequence[Span]) -> list[Span]:
    """Where two ordered lists overlap."""
    found, one, other = [], 0, 0
    while one < len(ones) and other < len(others):
        start = max(ones[one][0], others[other][0])
        end = min(ones[one][1], others[other][1])
        if start < end:
            found.append((start, end))
        if ones[one][1] < others[other][1]:
            one += 1
        else:
            other += 1
    return found


def without(spans: Sequence[Span], holes: Sequence[Span]) -> list[Span]:
    """What is left of ordered stretches after ordered holes."""
    left, first = [], 0
    for start, end in spans:
        while first < len(holes) and holes[first][1] <= start:
            first += 1
        here = first
        while here < len(holes) and holes[here][0] < end:
            if holes[here][0] > start:
                left.append((start, holes[here][0]))
            start, here = max(start, holes[here][1]), here + 1  # noqa: PLW2901 - what is left of the stretch
        if start < end:
            left.append((start, end))
    return left


def starts(spans: Iterable[Span], *, minutes: int, zone: str) -> list[int]:
    """When a meeting may begin: on the half hours of a zone, or at the first quarter of a stretch without."""
    found: list[int] = []
    for start, end in spans:
        quarters = range(-(-start // GRID) * GRID, end - minutes + 1, GRID)
        if quarters:
            offset = _offset(quarters[0], zone)
            found += [each for each in quarters if (each + offset) % HALF_HOUR == 0] or [quarters[0]]
    return found


def _offset(minute: int, zone: str) -> int:
    shift = to_moment(minute).astimezone(ZoneInfo(zone)).utcoffset()
    return int(shift.total_seconds()) // 60 if shift else 0


def to_minute(moment: datetime) -> int:
    """Whole minutes since 1970, the broken one left out."""
    return int(moment.timestamp()) // 60


def to_minute_after(moment: datetime) -> int:
    """The first whole minute that is not before a moment."""
    return -int(-moment.timestamp() // 60)


def to_moment(minute: int) -> datetime:
    """The moment a minute begins, in UTC."""
    return datetime.fromtimestamp(minute * 60, UTC)
