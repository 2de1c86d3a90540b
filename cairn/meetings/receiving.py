"""Office hours: short slots of somebody's week that anybody of the programme may take."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from cairn.kernel import clock
from cairn.meetings import rules
from cairn.meetings.booking import book
from cairn.meetings.kinds import OFFICE
from cairn.meetings.meeting import Meeting
from cairn.meetings.office_hours import OfficeHours
from cairn.meetings.office_place import OfficePlace
from cairn.meetings.refusal import Refused
from cairn.meetings.series import at_wall
from cairn.meetings.slots import Slot, availability_of, earliest_for, zone_of
from cairn.meetings.weaving import DAY, to_minute, weave
from cairn.people.block import blocks_among

if TYPE_CHECKING:
    from cairn.people.person import Person
    from cairn.programmes.programme import Programme

WEEKS = 4
ANY_HOUR = tuple((weekday, 0, DAY) for weekday in range(7))


@transaction.atomic
def keep_office(
    programme: Programme,
    *,
    host: Person,
    weekday: int,
    start: int,
    end: int,
    minutes: int,
    per_week: int,
    topic: str = "",
) -> OfficeHours:
    """Open a stretch of one's week to the programme."""
    if not rules.may_host(host, programme):
        raise Refused("not_yours", _("Only mentors and coordinators of a programme can invite everybody."))
    if end - start < minutes:
        raise Refused("length", _("The stretch is shorter than one slot."))
    made: OfficeHours = OfficeHours.objects.create(
        organisation_id=programme.organisation_id,
        programme=programme,
        host=host,
        topic=topic,
        weekday=weekday,
        start=start,
        end=end,
        minutes=minutes,
        per_week=per_week,
        made_at=clock.now(),
    )
    return made


def close_office(office: OfficeHours) -> None:
    """No new slots from now on; what is booked stays."""
    OfficeHours.objects.filter(pk=office.pk, ended_at__isnull=True).update(ended_at=clock.now())


def office_slots(office: OfficeHours, guest: Person, *, weeks: int = WEEKS) -> list[Slot]:
    """Slots of the coming weeks that are free, in weeks that are not given away yet."""
    people = [office.host, guest]
    if blocks_among(people) or office.ended_at or guest.pk == office.host_id:
        return []
    now = clock.now()
    within = (to_minute(now), to_minute(now + timedelta(weeks=weeks)))
    host, visitor = availability_of(people, within=within)
    hours = ((office.weekday, office.start, office.end),)
    spans = weave(
        [replace(host, hours=hours), replace(visitor, hours=ANY_HOUR)], minutes=office.minutes, within=within
    )
    full, earliest = _full_weeks(office), earliest_for(people)
    return [
        slot
        for slot in _slots(office, weeks=weeks)
        if slot.starts_at >= earliest
        and week_of(office, slot.starts_at) not in full
        and any(a <= to_minute(slot.starts_at) and to_minute(slot.ends_at) <= b for a, b in spans)
    ]


def _slots(office: OfficeHours, *, weeks: int) -> Iterator[Slot]:
    zone = zone_of(office.host)
    today = clock.today(zone)
    first = today + timedelta(days=(office.weekday - today.weekday()) % 7)
    for number in range(weeks):
        for minute in range(office.start, office.end - office.minutes + 1, office.minutes):
            at = at_wall(first + timedelta(weeks=number), minute, zone)
            yield Slot(at, at + timedelta(minutes=office.minutes))


def _full_weeks(office: OfficeHours) -> set[date]:
    given: dict[date, int] = {}
    for week in office.places.values_list("week", flat=True):
        given[week] = given.get(week, 0) + 1
    return {week for week, count in given.items() if count >= office.per_week}


def week_of(office: OfficeHours, at: datetime) -> date:
    """The Monday of the host's week a moment lies in."""
    day = at.astimezone(ZoneInfo(zone_of(office.host))).date()
    return day - timedelta(days=day.weekday())


@transaction.atomic
def take_office_slot(office: OfficeHours, guest: Person, at: datetime) -> Meeting:
    """Take a slot, and one of the week's places. Raises Refused, SlotTaken, DayFull."""
    if at not in {slot.starts_at for slot in office_slots(office, guest)}:
        raise Refused("not_free", _("This slot is not free any more. Please choose another one."))
    meeting = book(
        people=[office.host, guest],
        at=at,
        minutes=office.minutes,
        by=guest,
        programme=office.programme,
        kind=OFFICE,
        title=office.topic,
        anywhen=True,
    )
    week = week_of(office, at)
    used = set(OfficePlace.objects.filter(office=office, week=week).values_list("number", flat=True))
    number = next((each for each in range(1, office.per_week + 1) if each not in used), None)
    try:
        with transaction.atomic():
            OfficePlace.objects.create(
                organisation_id=office.organisation_id,
                office=office,
                week=week,
                number=number or 0,
                meeting=meeting,
            )
    except IntegrityError as clash:
        raise Refused("full", _("This week is given away. Please choose another one.")) from clash
    if number is None:
        raise Refused("full", _("This week is given away. Please choose another one."))
    return meeting
