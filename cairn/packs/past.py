"""Living through things that lie behind: the verbs of the product, called at the moment they are about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from cairn.kernel import clock, ids
from cairn.meetings.attending import tap_held
from cairn.meetings.booking import book
from cairn.meetings.kinds import CIRCLE, PAIR
from cairn.meetings.meeting import Meeting
from cairn.mentorships.mentorship import Mentorship

if TYPE_CHECKING:
    from cairn.people.person import Person
    from cairn.programmes.enrolment import Enrolment

NOON = 12
SATURDAY = 5


@contextmanager
def days_ago(days: float) -> Iterator[None]:
    """Everything inside happened so many days ago; below 0, it will."""
    with clock.moved(by=timedelta(days=-days)):
        yield


def begun(
    members: Sequence[tuple[Enrolment, str]], *, format: str, ago: int, agreed: bool = True
) -> Mentorship:
    """A mentorship of so many days, with everybody's yes to how they work together."""
    programme = members[0][0].programme
    with days_ago(ago):
        made = Mentorship.gather(programme, members=members, origin=ids.new(), format=format)
        if agreed and made.has("agreement"):
            version = made.agreements.latest("version")
            for enrolment, _side in members:
                version.consent(enrolment.person)
    made.refresh_from_db()
    return made


def met(mentorship: Mentorship, people: Sequence[Person], *, ago: int, hour: int = NOON) -> Meeting:
    """They booked three days before, met, and all say so."""
    at = moment(people[0], ago=ago, hour=hour)
    meeting = _booked(mentorship, people, at)
    with clock.moved(to=meeting.ends_at + timedelta(minutes=5)):
        for person in people:
            tap_held(meeting, person)
    mentorship.refresh_from_db()
    return meeting


def will_meet(mentorship: Mentorship, people: Sequence[Person], *, days: int, hour: int = NOON) -> Meeting:
    """The next one stands."""
    return _booked(mentorship, people, moment(people[0], ago=-days, hour=hour))


def _booked(mentorship: Mentorship, people: Sequence[Person], at: datetime) -> Meeting:
    with clock.moved(to=min(at - timedelta(days=3), clock.now())):
        return book(
            people=people,
            at=at,
            minutes=mentorship.kind.minutes,
            mentorship=mentorship,
            by=people[-1],
            kind=PAIR if len(people) == len("ab") else CIRCLE,
            anywhen=True,
        )


def moment(person: Person, *, ago: int, hour: int) -> datetime:
    """A full hour of somebody's day, on a weekday near so many days ago."""
    zone = ZoneInfo(person.zone or person.organisation.zone)
    day = (clock.now() - timedelta(days=ago)).astimezone(zone)
    while day.weekday() >= SATURDAY:
        day += timedelta(days=1)
    return day.replace(hour=hour, minute=0, second=0, microsecond=0)
