"""Fifty writers at once: no time is given twice, no day's limit passed, on the database the suite runs on."""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from threading import Barrier

import pytest
from django.db import connection

from cairn.meetings.attendee import Attendee
from cairn.meetings.booking import book
from cairn.meetings.day_place import DayPlace
from cairn.meetings.habits import Habits
from cairn.meetings.meeting import Meeting
from cairn.meetings.proposing import propose
from cairn.meetings.refusal import Refused
from cairn.meetings.seating import announce, take_seat
from cairn.meetings.taken import Taken
from cairn.mentorships.mentorship import Mentorship
from cairn.people.person import Person
from cairn.programmes.enrolment import MENTEE
from tests import cast as players
from tests.cast import Cast
from tests.meetings.conftest import utc

pytestmark = pytest.mark.django_db(transaction=True)
FIFTY = 50
TEN = utc(3, 9)
#: What the slowest of a hundred may take; the benchmark prints what it does take on a quiet machine.
PATIENCE = 10.0


def race(act: Callable[[int], object], *, at_once: int = FIFTY) -> tuple[list[str], float]:
    """Do it in as many threads at the same moment: what each got, sorted, and the slowest one's seconds."""
    start, taken = Barrier(at_once), []

    def run(place: int) -> str:
        start.wait()
        began = time.perf_counter()
        try:
            return type(act(place)).__name__
        except Refused as told:
            return type(told).__name__
        finally:
            taken.append(time.perf_counter() - began)
            connection.close()

    with ThreadPoolExecutor(at_once) as threads:
        return sorted(threads.map(run, range(at_once))), max(taken)


@pytest.fixture
def guests(cast: Cast) -> list[Person]:
    """Fifty who all want Bruno."""
    home = cast.bruno.organisation
    made = [Person(organisation=home, name=f"Guest {place}", zone="Europe/Berlin") for place in range(FIFTY)]
    return list(Person.objects.bulk_create(made))


def reach(bruno: Person, guest: Person, at: datetime) -> Meeting:
    return book(people=[guest, bruno], at=at, minutes=30, by=guest)


def test_fifty_reach_for_one_time(pair: Mentorship, cast: Cast, guests: list[Person]) -> None:
    got, slowest = race(lambda place: reach(cast.bruno, guests[place], TEN))
    assert got == ["Meeting"] + ["SlotTaken"] * (FIFTY - 1)
    assert (Meeting.objects.count(), Taken.objects.count(), Attendee.objects.count()) == (1, 4, 2)
    assert slowest < PATIENCE


def test_fifty_reach_for_a_day_with_room_for_two(pair: Mentorship, cast: Cast, guests: list[Person]) -> None:
    Habits.objects.create(organisation=cast.bruno.organisation, person=cast.bruno, per_day=2)
    times = [TEN + timedelta(minutes=30 * (place % 4)) for place in range(FIFTY)]
    got, slowest = race(lambda place: reach(cast.bruno, guests[place], times[place]))
    assert got.count("Meeting") == 2
    assert sorted(DayPlace.objects.filter(person=cast.bruno).values_list("number", flat=True)) == [1, 2]
    assert slowest < PATIENCE


def test_both_pick_from_three_at_the_same_moment(pair: Mentorship, cast: Cast) -> None:
    held = propose(pair)
    both = [cast.amina, cast.bruno]

    def pick(place: int) -> Meeting:
        return Meeting.objects.get(pk=held[place % 3].pk).take_up(both[place % 2])

    def try_to(place: int) -> object:
        try:
            return pick(place)
        except Meeting.DoesNotExist:
            return None

    race(try_to, at_once=12)
    assert list(Meeting.objects.values_list("state", flat=True)) == ["booked"]
    assert set(Taken.objects.values_list("until", flat=True)) == {None}


def test_fifty_reach_for_three_seats(pair: Mentorship, cast: Cast, guests: list[Person]) -> None:
    for guest in guests:
        players.enrol(guest, MENTEE, to=pair.programme)
    session = announce(
        pair.programme, host=cast.bruno, kind="webinar", title="Voice", at=TEN, minutes=30, seats=3
    )
    got, _slowest = race(lambda place: take_seat(Meeting.objects.get(pk=session.pk), guests[place]))
    assert got == ["Attendee"] * 3 + ["Full"] * (FIFTY - 3)
    seats = Attendee.objects.filter(seat__isnull=False).values_list("seat", flat=True)
    assert (len(seats), set(seats)) == (3, {1, 2, 3})
