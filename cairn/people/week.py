"""A free week told to somebody who lives in another zone, and what its hours are called."""

from collections.abc import Iterable, Iterator
from datetime import datetime, time
from zoneinfo import ZoneInfo

from django.utils import formats

from cairn.kernel import clock
from cairn.people.free_hour import DAY_MINUTES, FreeHour

Span = tuple[int, int, int]
WEEK_MINUTES = 7 * DAY_MINUTES


def told_in(zone: str, hours: Iterable[FreeHour], *, lived_in: str) -> list[Span]:
    """Spans (weekday, start, end) in minutes of the day of `zone`, for hours kept in the zone `lived_in`.

    The distance between the zones is today's: a week is what it is this week, whatever the clocks do later.
    """
    moment = clock.now()
    distance = _offset(zone, moment) - _offset(lived_in, moment)
    spans = [span for hour in hours for span in _moved(hour, distance)]
    return sorted(spans)


def hour_said(minute: int) -> str:
    """A minute of the day (0 to 1440) as the reader's language writes it: 15:00. Every hour of a week is
    said here, so that a picture and a sentence about the same hour agree.
    """
    hour, rest = divmod(minute % DAY_MINUTES, 60)
    return str(formats.time_format(time(hour, rest), "TIME_FORMAT"))


def _offset(zone: str, moment: datetime) -> int:
    shift = moment.astimezone(ZoneInfo(zone or "UTC")).utcoffset()
    return int(shift.total_seconds()) // 60 if shift else 0


def _moved(hour: FreeHour, distance: int) -> Iterator[Span]:
    """One stretch may fall on two days after the move."""
    start = (hour.weekday * DAY_MINUTES + hour.start + distance) % WEEK_MINUTES
    left = hour.end - hour.start
    while left > 0:
        weekday, minute = divmod(start % WEEK_MINUTES, DAY_MINUTES)
        part = min(left, DAY_MINUTES - minute)
        yield weekday, minute, minute + part
        start, left = start + part, left - part
