"""When somebody is free, as they say it themselves: their week, single days, and how they like to meet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING
from zoneinfo import available_timezones

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from cairn.kernel import clock
from cairn.meetings.day_exception import DayException
from cairn.meetings.habits import Habits
from cairn.meetings.refusal import Refused
from cairn.meetings.slots import zone_of
from cairn.meetings.weaving import DAY, joined
from cairn.people.free_hour import FreeHour

if TYPE_CHECKING:
    from cairn.people.person import Person

Span = tuple[int, int, int]
#: The longest absence said in one go, in days.
LONGEST_ABSENCE = 180


@transaction.atomic
def keep_week(person: Person, spans: Iterable[Span]) -> None:
    """These (weekday, start, end) minutes are the whole ordinary week from now on."""
    by_day: dict[int, list[tuple[int, int]]] = {}
    for weekday, start, end in spans:
        by_day.setdefault(weekday, []).append((start, end))
    FreeHour.objects.filter(person=person).delete()
    FreeHour.objects.bulk_create(
        FreeHour(organisation_id=person.organisation_id, person=person, weekday=weekday, start=start, end=end)
        for weekday, stretches in by_day.items()
        for start, end in joined(stretches)
    )


@transaction.atomic
def keep_habits(person: Person, *, zone: str, **habits: int) -> None:
    """Zone, pause, notice, limit a day, usual length. What is booked stays as it is."""
    if zone not in available_timezones():
        raise Refused("unknown", _("This time zone is not known."))
    person.zone = zone
    person.save(update_fields=("zone",))
    Habits.objects.update_or_create(
        person=person, defaults={"organisation_id": person.organisation_id, **habits}
    )


@transaction.atomic
def take_days_off(person: Person, *, first: date, last: date) -> None:
    """Not free from the first day to the last, whatever the week says."""
    if last < first or last < clock.today(zone_of(person)):
        raise Refused("past", _("These days are over, or end before they begin."))
    if (last - first).days >= LONGEST_ABSENCE:
        raise Refused("length", _("Up to half a year can be taken off in one go."))
    for number in range((last - first).days + 1):
        DayException.objects.update_or_create(
            person=person,
            day=first + timedelta(days=number),
            start=0,
            free=False,
            defaults={"organisation_id": person.organisation_id, "end": DAY},
        )


@transaction.atomic
def add_hours(person: Person, *, day: date, start: int, end: int) -> None:
    """Free on one date, beside the ordinary week."""
    if day < clock.today(zone_of(person)) or not 0 <= start < end <= DAY:
        raise Refused("past", _("Give a day that is still ahead, and an end after the beginning."))
    DayException.objects.update_or_create(
        person=person,
        day=day,
        start=start,
        free=True,
        defaults={"organisation_id": person.organisation_id, "end": end},
    )


def as_usual(person: Person, exceptions: Iterable[object]) -> None:
    """These days are like all others again."""
    DayException.objects.filter(person=person, pk__in=list(exceptions)).delete()


def minutes_of_week(hours: Iterable[FreeHour]) -> Mapping[int, set[int]]:
    """The free minutes of each weekday."""
    free: dict[int, set[int]] = {weekday: set() for weekday in range(7)}
    for hour in hours:
        free[hour.weekday].update(range(hour.start, hour.end))
    return free
