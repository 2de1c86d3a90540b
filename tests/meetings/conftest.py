"""Amina and Bruno, in one mentorship, on a Monday morning; both live in Berlin unless a test moves them."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from cairn.kernel import clock, ids
from cairn.meetings.meeting import Meeting
from cairn.mentorships.mentorship import Mentorship
from cairn.people.free_hour import FreeHour
from cairn.people.person import Person
from cairn.programmes.enrolment import MENTEE, MENTOR
from tests import cast as players
from tests.cast import Cast

MONDAY = datetime(2026, 3, 2, 7, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _monday() -> Iterator[None]:
    """08:00 in Berlin."""
    with clock.moved(to=MONDAY):
        yield


@pytest.fixture
def pair(cast: Cast) -> Mentorship:
    """Free on weekday mornings, both of them."""
    Person.objects.filter(pk__in=[cast.amina.pk, cast.bruno.pk]).update(zone="Europe/Berlin")
    cast.amina.refresh_from_db()
    cast.bruno.refresh_from_db()
    for person in (cast.amina, cast.bruno):
        free(person, *range(5))
    return Mentorship.begin(
        mentor=players.enrol(cast.bruno, MENTOR), mentee=players.enrol(cast.amina, MENTEE), origin=ids.new()
    )


def free(person: Person, *weekdays: int, start: int = 9 * 60, end: int = 12 * 60) -> None:
    """Free at these minutes of these weekdays."""
    FreeHour.objects.bulk_create(
        FreeHour(organisation=person.organisation, person=person, weekday=weekday, start=start, end=end)
        for weekday in weekdays
    )


def utc(day: int, hour: int, minute: int = 0, month: int = 3) -> datetime:
    """A moment of March 2026."""
    return datetime(2026, month, day, hour, minute, tzinfo=UTC)


def fresh(meeting: Meeting) -> Any:
    """The row as it is now."""
    return Meeting.objects.get(pk=meeting.pk)
