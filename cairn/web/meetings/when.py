"""When something is, as the reader's clock shows it, and what the others' clocks show then."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.utils.dateparse import parse_datetime
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _

from cairn.kernel.text import first_name_of, isolated
from cairn.meetings.slots import Slot, zone_of
from cairn.people.person import Person


@dataclass(frozen=True, slots=True)
class When:
    """`elsewhere` says the hour of everybody whose clock shows another one; `value` goes back in a form."""

    value: str
    day: str
    hours: str
    elsewhere: list[str]


@dataclass(frozen=True, slots=True)
class Day:
    """The times of one day, as the reader lives it."""

    said: str
    times: list[When]


def told(starts_at: datetime, ends_at: datetime, reader: Person, others: Iterable[Person] = ()) -> When:
    """One time."""
    zone = ZoneInfo(zone_of(reader))
    here = starts_at.astimezone(zone)
    return When(
        starts_at.isoformat(),
        str(date_format(here, "DATE_FORMAT")),
        _hours(starts_at, ends_at, zone),
        [
            _elsewhere(starts_at, other, here)
            for other in others
            if _offset(starts_at, other) != here.utcoffset()
        ],
    )


def _hours(starts_at: datetime, ends_at: datetime, zone: ZoneInfo) -> str:
    first, last = (time_format(each.astimezone(zone).time(), "TIME_FORMAT") for each in (starts_at, ends_at))
    return f"{first}–{last}"


def _offset(at: datetime, person: Person) -> object:
    return at.astimezone(ZoneInfo(zone_of(person))).utcoffset()


def _elsewhere(at: datetime, other: Person, here: datetime) -> str:
    there = at.astimezone(ZoneInfo(zone_of(other)))
    words = {
        "name": isolated(first_name_of(other.name)),
        "hour": time_format(there.time(), "TIME_FORMAT"),
        "day": date_format(there, "DATE_FORMAT"),
    }
    if there.date() == here.date():
        return _("%(hour)s for %(name)s") % words
    return _("%(hour)s on %(day)s for %(name)s") % words


def by_day(slots: Iterable[Slot], reader: Person, others: list[Person]) -> list[Day]:
    """Many times, day by day."""
    zone, days = ZoneInfo(zone_of(reader)), dict[date, list[When]]()
    for slot in slots:
        day = slot.starts_at.astimezone(zone).date()
        days.setdefault(day, []).append(told(slot.starts_at, slot.ends_at, reader, others))
    return [Day(times[0].day, times) for times in days.values()]


def moment_in(text: str) -> datetime | None:
    """The moment a form brought back, None for anything else."""
    try:
        found = parse_datetime(text)
    except ValueError:
        return None
    return found if found is not None and found.tzinfo is not None else None
