"""Booking: people and a time become a meeting, once, whoever else reaches for the same time.

One transaction: it writes everything or, refused or killed, nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from cairn.kernel import clock
from cairn.meetings import state
from cairn.meetings.attendee import ACCEPTED, GUEST, HOST, NEEDS_ACTION, Attendee
from cairn.meetings.giving import give, in_line, lock, refuse_if_taken
from cairn.meetings.kinds import PAIR
from cairn.meetings.meeting import Meeting
from cairn.meetings.refusal import Refused
from cairn.meetings.slots import is_offered, zone_of
from cairn.mentorships.steps import CLOSED
from cairn.people.block import blocks_among

if TYPE_CHECKING:
    from cairn.meetings.series import Series
    from cairn.mentorships.mentorship import Mentorship
    from cairn.people.person import Person
    from cairn.programmes.programme import Programme

SHORTEST, LONGEST = 10, 240


def book(
    *,
    people: Iterable[Person],
    at: datetime,
    minutes: int,
    by: Person | None,
    mentorship: Mentorship | None = None,
    programme: Programme | None = None,
    kind: str = PAIR,
    title: str = "",
    place: str = "",
    series: Series | None = None,
    number: int | None = None,
    anywhen: bool = False,
) -> Meeting:
    """Book a time for all these people. Raises Refused, SlotTaken, DayFull; then nothing was changed.

    Other proposed times of the same mentorship are let go. `anywhen` books outside free hours too, where
    people agreed on it themselves; nobody's time is given twice, nor a day's limit passed, even then.
    """
    people = list(people)
    refuse_impossible(people, at=at, minutes=minutes)
    if mentorship is not None and mentorship.state == CLOSED:
        raise Refused("closed", _("This mentorship has ended. Nothing was booked."))
    own = [] if mentorship is None else list(Meeting.objects.of_mentorship(mentorship).proposed())
    if not anywhen:
        refuse_unless_free(people, at, minutes=minutes, own=own)
    meeting = Meeting(
        organisation_id=people[0].organisation_id,
        mentorship=mentorship,
        programme=programme or (mentorship.programme if mentorship else None),
        kind=kind,
        state=state.BOOKED,
        title=title,
        place=place,
        starts_at=at,
        ends_at=at + timedelta(minutes=minutes),
        zone=zone_of(by or people[0]),
        series=series,
        number=number,
        by=by,
    )
    with in_line() as step_aside:
        refuse_if_taken(people, meeting.starts_at, meeting.ends_at, own=own)
        _write(meeting, people, step_aside)
    return meeting


@transaction.atomic
def _write(meeting: Meeting, people: list[Person], step_aside: Callable[[], None]) -> None:
    """The part that is all or nothing. Once it is, the next in line need not wait for the news of it."""
    transaction.on_commit(step_aside)
    lock(people)
    if meeting.mentorship is not None:
        let_go(meeting.mentorship)
    refuse_if_taken(people, meeting.starts_at, meeting.ends_at)
    meeting.save(force_insert=True)
    give(meeting, people)
    seat(meeting, people, by=meeting.by, sides=sides_of(meeting.mentorship))
    meeting.record("meeting.booked", meeting.by, at=meeting.starts_at, people=[each.pk for each in people])


def refuse_impossible(people: list[Person], *, at: datetime, minutes: int) -> None:
    """What can never be booked, whoever is free."""
    if at <= clock.now():
        raise Refused("past", _("That time is over. Please choose one that is still ahead."))
    if not SHORTEST <= minutes <= LONGEST:
        raise Refused("length", _("A meeting lasts between ten minutes and four hours."))
    if blocks_among(people):
        raise Refused("blocked", _("These people cannot be brought together."))


def refuse_unless_free(
    people: list[Person], at: datetime, *, minutes: int, own: Iterable[Meeting] = ()
) -> None:
    """Everybody's week, notice, other calendars and days must have room for it."""
    own = list(own)
    if is_offered(people, at, minutes=minutes, own=own):
        return
    refuse_if_taken(people, at, at + timedelta(minutes=minutes), own=own)
    raise Refused("not_free", _("One of you is not free at that time. Please choose another one."))


def let_go(mentorship: Mentorship) -> None:
    """Forget the times that were proposed to a mentorship; what they held is free again."""
    Meeting.objects.of_mentorship(mentorship).proposed().delete()


def sides_of(mentorship: Mentorship | None) -> dict[UUID, str]:
    """Who is on which side of a mentorship, by person id."""
    return dict(mentorship.members.values_list("person_id", "side")) if mentorship else {}


def seat(meeting: Meeting, people: Iterable[Person], *, by: Person | None, sides: Mapping[UUID, str]) -> None:
    """Write down who is asked; whoever booked has said yes with it."""
    Attendee.objects.bulk_create(
        Attendee(
            organisation_id=meeting.organisation_id,
            meeting=meeting,
            person=person,
            role=sides.get(person.pk) or (HOST if by and person.pk == by.pk else GUEST),
            answer=ACCEPTED if by and person.pk == by.pk else NEEDS_ACTION,
        )
        for person in people
    )
