"""Bringing people together: the places they take, and what they are to each other from now on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from cairn.mentorships.member import MENTEE, MENTOR, Member
from cairn.mentorships.seat import Seat
from cairn.people import tie
from cairn.people.tie import Tie

if TYPE_CHECKING:
    from datetime import datetime

    from cairn.mentorships.mentorship import Mentorship
    from cairn.people.person import Person
    from cairn.programmes.enrolment import Enrolment


def take_places(mentorship: Mentorship, enrolments: Iterable[Enrolment]) -> None:
    """The held places become the mentorship's; who has none held takes a free one."""
    held = set(Seat.objects.filter(held_for=mentorship.origin).values_list("enrolment_id", flat=True))
    for enrolment in enrolments:
        if enrolment.pk not in held:
            Seat.hold(enrolment, held_for=mentorship.origin)
    Seat.keep(held_for=mentorship.origin, mentorship=mentorship)


def give_back_places(mentorship: Mentorship, *, of: Person | None = None) -> None:
    """Everybody's, or one person's, are free for others."""
    seats = Seat.objects.filter(mentorship=mentorship)
    (seats.filter(enrolment__person=of) if of else seats).delete()


def tie_together(mentorship: Mentorship, members: Sequence[Member]) -> None:
    """From now on each may see the others wherever people look at people."""
    pairs = [pair for two in combinations(members, 2) for pair in (two, two[::-1])]
    ties = [_tie(mentorship, one, other, since=mentorship.begun_at) for one, other in pairs]
    Tie.objects.bulk_create(ties)


def _tie(mentorship: Mentorship, one: Member, other: Member, *, since: datetime) -> Tie:
    """What `other` is to `one`: a mentor, a mentee, or a peer where both stand on one side."""
    kind = {MENTOR: tie.MENTOR, MENTEE: tie.MENTEE}.get(other.side, tie.PEER)
    return Tie(
        organisation_id=mentorship.organisation_id,
        person_id=one.person_id,
        other_id=other.person_id,
        kind=tie.PEER if one.side == other.side else kind,
        origin=mentorship.pk,
        since=since,
    )


def untie(mentorship: Mentorship, *, at: datetime, person: Person | None = None) -> None:
    """Everybody's ties, or those from and to one person, are over."""
    ties = Tie.objects.filter(organisation_id=mentorship.organisation_id, origin=mentorship.pk, until=None)
    if person:
        ties = ties.visible_to(person)
    ties.update(until=at)
