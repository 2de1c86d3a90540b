"""What `benchmarks.slots` measures on one database; run by `benchmarks.stage`."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from random import Random
from threading import Barrier
from zoneinfo import ZoneInfo

from django.db import connection

from benchmarks.slots import BOOKING_BAR, SLOT_BAR, said
from cairn.accounts.organisation import Organisation
from cairn.kernel import clock
from cairn.meetings.booking import book
from cairn.meetings.busy import Busy
from cairn.meetings.meeting import Meeting
from cairn.meetings.refusal import Refused
from cairn.meetings.slots import availability_of, slots_for
from cairn.meetings.weaving import Availability, Span, to_minute, to_moment, weave
from cairn.people.free_hour import FreeHour
from cairn.people.person import Person

DAYS, BUSY, WRITERS = 60, 200, 50


def main(rounds: str) -> None:
    """Search, then book."""
    home = Organisation.objects.create(name="Bench", slug="bench")
    if os.environ["DATABASE"] == "SQLite":
        search(home, rounds=int(rounds))
    write(home, rounds=int(rounds))


def search(home: Organisation, *, rounds: int) -> None:
    """Times of two people, from the database; and their core beside a loop over every minute."""
    people = [gather(home, zone) for zone in ("Europe/Berlin", "America/New_York")]
    found = [timed(lambda: slots_for(people, minutes=30, days=DAYS)) for _ in range(rounds * 5)]
    print(said(f"slots: 2 people, {DAYS} days, {BUSY} busy each", found[1:], bar=SLOT_BAR))
    now = to_minute(clock.now())
    within = (now, now + DAYS * 24 * 60)
    everybody = availability_of(people, within=within)
    woven = [timed(lambda: weave(everybody, minutes=30, within=within)) for _ in range(rounds)]
    plain = [timed(lambda: minute_by_minute(everybody, within)) for _ in range(2)]
    ratio = min(plain) / min(woven)
    print(said("  of which weaving", woven))
    print(said("  peer: a plain loop over minutes", plain, more=f"   {ratio:.0f} times slower"))


def minute_by_minute(everybody: list[Availability], within: Span) -> int:
    """The plain way: ask at each minute what the wall says and what is in the way."""
    zones = {each.zone: ZoneInfo(each.zone) for each in everybody}
    return sum(all(_free(each, minute, zones[each.zone]) for each in everybody) for minute in range(*within))


def _free(person: Availability, minute: int, zone: ZoneInfo) -> bool:
    local = to_moment(minute).astimezone(zone)
    wall = local.hour * 60 + local.minute
    return any(
        weekday == local.weekday() and start <= wall < end for weekday, start, end in person.hours
    ) and not any(start - person.buffer <= minute < end + person.buffer for start, end in person.busy)


def gather(home: Organisation, zone: str) -> Person:
    """Somebody free on weekdays, whose other calendar is full."""
    person: Person = Person.objects.create(organisation=home, name=f"Somebody in {zone}", zone=zone)
    FreeHour.objects.bulk_create(
        FreeHour(organisation=home, person=person, weekday=day, start=start, end=start + 240)
        for day in range(5)
        for start in (8 * 60, 14 * 60)
    )
    chance, now = Random(zone), clock.now()  # noqa: S311 - a made-up calendar
    begins = [now + timedelta(minutes=chance.randrange(DAYS * 24 * 60)) for _ in range(BUSY)]
    Busy.objects.bulk_create(
        Busy(
            organisation=home, person=person, starts_at=at, ends_at=at + timedelta(minutes=45), source="bench"
        )
        for at in begins
    )
    return person


def write(home: Organisation, *, rounds: int) -> None:
    """Fifty people who all want the same hour of one person; then fifty who want different ones."""
    host: Person = Person.objects.create(organisation=home, name="Host", zone="UTC")
    guests = Person.objects.bulk_create(
        Person(organisation=home, name=f"Guest {place}", zone="UTC") for place in range(WRITERS)
    )
    pairs = [[guest, host] for guest in guests]
    same: list[float] = []
    for turn in range(rounds):
        won, times = race(pairs, [hour(turn)] * WRITERS)
        if won != 1:
            msg = f"{won} winners for one slot"
            raise RuntimeError(msg)
        same += times
    print(said(f"{os.environ['DATABASE']}: {WRITERS} writers, one slot", same, bar=BOOKING_BAR))
    apart: list[float] = []
    for turn in range(rounds):
        couples = [[guest, guests[place - 1]] for place, guest in enumerate(guests) if place % 2]
        won, times = race(couples, [hour(rounds + turn)] * len(couples))
        if won != len(couples):
            msg = f"{won} of {len(couples)} who were in nobody's way were booked"
            raise RuntimeError(msg)
        apart += times
    print(said(f"{os.environ['DATABASE']}: {WRITERS // 2} writers, a slot for each", apart, bar=BOOKING_BAR))
    print(f"  meetings booked: {Meeting.objects.count()}")


def hour(turn: int) -> datetime:
    """Another day for each round, so that no day's limit is met."""
    start = clock.now().replace(hour=9, minute=0, second=0, microsecond=0)
    return start + timedelta(days=2 + turn)


def race(groups: list[list[Person]], times: list[datetime]) -> tuple[int, list[float]]:
    """Everybody at the same moment: how many won, and how long each took."""
    start, taken = Barrier(len(groups)), []

    def reach(place: int) -> bool:
        connection.ensure_connection()
        start.wait()
        began = time.perf_counter()
        try:
            book(people=groups[place], at=times[place], minutes=30, by=groups[place][0], anywhen=True)
        except Refused:
            return False
        else:
            return True
        finally:
            taken.append(time.perf_counter() - began)
            connection.close()

    with ThreadPoolExecutor(len(groups)) as threads:
        return sum(threads.map(reach, range(len(groups)))), taken


def timed(act: Callable[[], object]) -> float:
    """Seconds of one call."""
    began = time.perf_counter()
    act()
    return time.perf_counter() - began
