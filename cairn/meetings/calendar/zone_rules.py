"""A zone's rules in a document (VTIMEZONE), made from the zone itself.

Where its clocks change twice a year by one rule ("last Sunday of March at 02:00") the rule is written, as
every calendar program understands it; where they do not (Casablanca follows the moon) each change stands by
itself, for the years around the meeting.
"""

from __future__ import annotations

import calendar
from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard, vRecur

BEFORE, AFTER = 1, 3
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
WEEK = 7
THERE_AND_BACK = 2


@dataclass(frozen=True, slots=True)
class Change:
    """Clocks go from one distance to UTC to another; `at` is what they show the moment before."""

    at: datetime
    before: timedelta
    after: timedelta
    name: str
    summer: bool


def rules_of(zone: str, *, year: int) -> Timezone:
    """The VTIMEZONE of a zone for the years around one."""
    made = Timezone()
    made.add("tzid", zone)
    changes = changes_of(zone, year)
    if by_rule := _by_rule(changes):
        for change, rule in by_rule:
            made.add_component(_observance(change, rule))
        return made
    for change in changes:
        made.add_component(_observance(change, None))
    return made


@lru_cache(maxsize=2000)
def changes_of(zone: str, year: int) -> tuple[Change, ...]:
    """How it was at the start, and every change since; looked for day by day."""
    place = ZoneInfo(zone)
    start = datetime(year - BEFORE, 1, 1, tzinfo=UTC)
    days = (datetime(year + AFTER + 1, 1, 1, tzinfo=UTC) - start).days
    found = [_change(place, start, _offset(place, start))]
    for number in range(days):
        day = start + timedelta(days=number)
        if _offset(place, day) != _offset(place, day + timedelta(days=1)):
            found.append(_within(place, day))
    return tuple(found)


def _within(place: ZoneInfo, day: datetime) -> Change:
    """The minute of a day at which the distance to UTC changes."""
    early, late, before = 0, 24 * 60, _offset(place, day)
    while late - early > 1:
        middle = (early + late) // 2
        if _offset(place, day + timedelta(minutes=middle)) == before:
            early = middle
        else:
            late = middle
    return _change(place, day + timedelta(minutes=late), before)


def _change(place: ZoneInfo, moment: datetime, before: timedelta) -> Change:
    here = moment.astimezone(place)
    return Change(
        at=moment.replace(tzinfo=None) + before,
        before=before,
        after=_offset(place, moment),
        name=here.tzname() or "",
        summer=bool(here.dst()),
    )


def _offset(place: ZoneInfo, moment: datetime) -> timedelta:
    return moment.astimezone(place).utcoffset() or timedelta()


def _by_rule(changes: tuple[Change, ...]) -> list[tuple[Change, vRecur]]:
    """The two yearly rules, if there are such; the first change of each kind stands for all."""
    kinds: dict[tuple[timedelta, timedelta], list[Change]] = defaultdict(list)
    for change in changes[1:]:
        kinds[change.before, change.after].append(change)
    rules = [(changes[0], _rule(changes)) for changes in kinds.values()]
    if len(rules) != THERE_AND_BACK:
        return []
    return [(change, rule) for change, rule in rules if rule] if all(rule for _first, rule in rules) else []


def _rule(changes: list[Change]) -> vRecur | None:
    """The same month, weekday and hour each year: the last, or the second one, say."""
    first, years = changes[0].at, [each.at.year for each in changes]
    if years != list(range(years[0], years[0] + BEFORE + AFTER + 1)):
        return None
    if any((each.at.month, each.at.weekday(), each.at.time()) != _habit(first) for each in changes):
        return None
    if all(each.at.day + WEEK > calendar.monthrange(each.at.year, each.at.month)[1] for each in changes):
        nth = {-1}
    else:
        nth = {(each.at.day - 1) // WEEK + 1 for each in changes}
    if len(nth) != 1:
        return None
    return vRecur(freq="YEARLY", bymonth=first.month, byday=f"{nth.pop()}{WEEKDAYS[first.weekday()]}")


def _habit(at: datetime) -> tuple[object, ...]:
    return at.month, at.weekday(), at.time()


def _observance(change: Change, rule: vRecur | None) -> TimezoneDaylight | TimezoneStandard:
    part = TimezoneDaylight() if change.summer else TimezoneStandard()
    part.add("dtstart", change.at)
    part.add("tzoffsetfrom", change.before)
    part.add("tzoffsetto", change.after)
    part.add("tzname", change.name)
    if rule is not None:
        part.add("rrule", rule)
    return part
