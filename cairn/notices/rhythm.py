"""When letters may leave: hours of the day somebody chose, hours and days on which it is quiet.

Pure: a rhythm, a moment, and the next moment that suits. Hours are minutes of the day on the wall clock of a
zone, so 09:30 stays 09:30 across every change of clocks.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

HOUR = 60
DAY = 24 * HOUR
#: As far ahead as we look for a moment that suits; a week has at least one day that is not quiet.
HORIZON = 22


@dataclass(frozen=True, slots=True)
class Rhythm:
    """`quiet_from` to `quiet_to` may go over midnight; equal ends mean no quiet hours. Days are 0 (Monday) to
    6.
    """

    zone: ZoneInfo
    batches: tuple[int, ...] = (9 * HOUR + 30, 16 * HOUR)
    quiet_from: int = 19 * HOUR
    quiet_to: int = 8 * HOUR
    quiet_days: frozenset[int] = frozenset({5, 6})

    def is_quiet(self, moment: datetime) -> bool:
        """Whether nothing should disturb at this moment."""
        here = moment.astimezone(self.zone)
        return here.weekday() in self.quiet_days or self._is_quiet_hour(here.hour * HOUR + here.minute)

    def next_batch(self, after: datetime, *, nth: int = 1) -> datetime:
        """The first (or nth) chosen hour after a moment that is not quiet."""
        return next(islice(self._moments(after, self.hours()), nth - 1, None))

    def next_on(self, days: frozenset[int], minute: int, after: datetime) -> datetime:
        """The first of these days at this minute after a moment; the days are chosen, so no day is quiet."""
        found = self._moments(after, (self._loud(minute),), days=days or frozenset(range(7)))
        return next(found)

    def hours(self) -> tuple[int, ...]:
        """The chosen hours that are not quiet; the end of the quiet ones where all of them are."""
        loud = tuple(sorted(minute for minute in set(self.batches) if not self._is_quiet_hour(minute)))
        return loud or (self.quiet_to,)

    def day_began(self, moment: datetime) -> datetime:
        """Midnight before this moment, where the person lives."""
        here = moment.astimezone(self.zone)
        return datetime.combine(here.date(), time(), self.zone).astimezone(UTC)

    def day_ended(self, moment: datetime) -> datetime:
        """The last instant of its day, which may have had 23 hours or 25."""
        here = moment.astimezone(self.zone).date() + timedelta(days=1)
        return datetime.combine(here, time(), self.zone).astimezone(UTC) - timedelta(microseconds=1)

    def _moments(
        self, after: datetime, minutes: tuple[int, ...], *, days: frozenset[int] | None = None
    ) -> Iterator[datetime]:
        loud = days if days is not None else (frozenset(range(7)) - self.quiet_days or frozenset(range(7)))
        first = after.astimezone(self.zone).date()
        for day in (first + timedelta(days=ahead) for ahead in range(HORIZON)):
            if day.weekday() not in loud:
                continue
            for minute in minutes:
                clock = time(minute // HOUR, minute % HOUR)
                moment = datetime.combine(day, clock, self.zone).astimezone(UTC)
                if moment > after:
                    yield moment

    def _loud(self, minute: int) -> int:
        return self.quiet_to if self._is_quiet_hour(minute) else minute

    def _is_quiet_hour(self, minute: int) -> bool:
        if self.quiet_from <= self.quiet_to:
            return self.quiet_from <= minute < self.quiet_to
        return minute >= self.quiet_from or minute < self.quiet_to
