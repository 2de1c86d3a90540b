"""The week as a grid of whole hours. An hour that is free in part stays as it is unless it is changed."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.dates import WEEKDAYS, WEEKDAYS_ABBR

from cairn.meetings.living import Span, minutes_of_week
from cairn.people.free_hour import FreeHour
from cairn.people.person import Person
from cairn.people.week import hour_said

EARLIEST, LATEST = 7, 21
HOUR = 60


@dataclass(frozen=True, slots=True)
class Cell:
    """One hour of one weekday; `part` where only a part of it is free."""

    name: str
    label: str
    free: bool
    part: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One hour of the day, over the week."""

    said: str
    cells: list[Cell]


class WeekGrid:
    """What the page shows of a week, and what comes back."""

    def __init__(self, person: Person) -> None:
        self.free = minutes_of_week(FreeHour.objects.filter(person=person))
        used = [minute // HOUR for minutes in self.free.values() for minute in minutes]
        self.hours = range(min([EARLIEST, *used]), max([LATEST, *(hour + 1 for hour in used)]))

    @property
    def days(self) -> list[str]:
        """The heads of the columns."""
        return [str(WEEKDAYS_ABBR[day]) for day in range(7)]

    @property
    def rows(self) -> list[Row]:
        """Hour by hour."""
        return [
            Row(hour_said(hour * HOUR), [self._cell(day, hour) for day in range(7)]) for hour in self.hours
        ]

    def _cell(self, day: int, hour: int) -> Cell:
        free = len(self.free[day] & set(range(hour * HOUR, (hour + 1) * HOUR)))
        label = f"{WEEKDAYS[day]} {hour_said(hour * HOUR)}"
        return Cell(f"h{day}-{hour}", label, free > 0, 0 < free < HOUR)

    def spans(self, said: QueryDict) -> list[Span]:
        """The whole week after what was ticked and unticked."""
        return [span for day in range(7) for span in _spans(day, self._minutes(day, said))]

    def _minutes(self, day: int, said: Container[str]) -> set[int]:
        minutes = set(self.free[day])
        for hour in self.hours:
            whole, cell = set(range(hour * HOUR, (hour + 1) * HOUR)), self._cell(day, hour)
            if cell.name not in said:
                minutes -= whole
            elif not cell.free:
                minutes |= whole
        return minutes


def _spans(day: int, minutes: set[int]) -> Iterator[Span]:
    """Minutes as stretches."""
    start = last = None
    for minute in sorted(minutes):
        if last is None or minute != last + 1:
            if start is not None and last is not None:
                yield day, start, last + 1
            start = minute
        last = minute
    if start is not None and last is not None:
        yield day, start, last + 1
