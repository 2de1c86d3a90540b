"""Amina and Bruno together, and a clock that can be moved to any day of their time."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

import pytest

from cairn.accounts.organisation import Organisation
from cairn.care import watching
from cairn.care.fact_reading import read
from cairn.care.facts import Facts
from cairn.care.watching import timers_of
from cairn.kernel import clock, ids
from cairn.meetings import state
from cairn.meetings.attendee import Attendee
from cairn.meetings.cancellation import Cancellation
from cairn.meetings.meeting import Meeting
from cairn.mentorships.mentorship import Mentorship
from cairn.people.person import Person
from cairn.programmes.enrolment import MENTEE, MENTOR
from tests import cast as players
from tests.cast import Cast

#: A Monday morning.
BEGIN = datetime(2026, 3, 2, 9, tzinfo=UTC)
Pair = Callable[..., Mentorship]


@contextmanager
def on_day(number: float) -> Iterator[datetime]:
    """That many days after the beginning."""
    with clock.moved(to=BEGIN + timedelta(days=number)):
        yield clock.now()


@pytest.fixture
def pair(cast: Cast) -> Mentorship:
    """Bruno and Amina, one to one, begun on day 0."""
    with on_day(0):
        bruno, amina = players.enrol(cast.bruno, MENTOR), players.enrol(cast.amina, MENTEE)
        return Mentorship.begin(mentor=bruno, mentee=amina, origin=ids.new())


def agree(mentorship: Mentorship) -> None:
    """Everybody says yes to the newest version."""
    version = mentorship.agreements.latest("version")
    for member in mentorship.present():
        version.consent(member.person)
    mentorship.refresh_from_db()


def meet(mentorship: Mentorship, day: float, *, minutes: int = 40) -> Meeting:
    """They met on that day."""
    meeting = booked(mentorship, day, minutes=minutes)
    Meeting.objects.filter(pk=meeting.pk).update(state=state.HELD, held_at=meeting.ends_at)
    mentorship.met(meeting.starts_at)
    mentorship.refresh_from_db()
    meeting.refresh_from_db()
    return meeting


def booked(mentorship: Mentorship, day: float, *, minutes: int = 40) -> Meeting:
    """A time for both on that day."""
    at = BEGIN + timedelta(days=day)
    made: Meeting = Meeting.objects.create(
        organisation_id=mentorship.organisation_id,
        mentorship=mentorship,
        programme=mentorship.programme,
        state=state.BOOKED,
        starts_at=at,
        ends_at=at + timedelta(minutes=minutes),
        made_at=min(at, clock.now()),
    )
    for member in mentorship.members.all():
        Attendee.objects.create(
            organisation_id=made.organisation_id, meeting=made, person=member.person, role=member.side
        )
    return made


def called_off(mentorship: Mentorship, day: float, *, by: Person) -> Meeting:
    """A meeting of that day that did not take place."""
    meeting = booked(mentorship, day)
    Meeting.objects.filter(pk=meeting.pk).update(state=state.CANCELLED)
    Cancellation.objects.create(
        organisation_id=meeting.organisation_id, meeting=meeting, by=by, at=meeting.starts_at
    )
    return meeting


def watch(organisation: Organisation) -> None:
    """The night, and the minute after it in which people are told."""
    watching.watch(organisation)
    watching.tell(organisation)


def facts_of(mentorship: Mentorship) -> Facts:
    """As they are now."""
    mentorship.refresh_from_db()
    timers = timers_of(mentorship.organisation)
    return read([mentorship], timers=timers, now=clock.now())[mentorship.pk]
