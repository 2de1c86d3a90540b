"""Bringing people together: the places they take, and what they are to each other from now on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import permutations
from typing import TYPE_CHECKING

from cairn.conversations.thread import CIRCLE, PAIR, Thread
from cairn.kernel import clock
from cairn.mentorships.member import MENTEE, MENTOR, PEER, Member
from cairn.mentorships.seat import Seat
from cairn.mentorships.terms import prefilled
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


def seat(mentorship: Mentorship, members: Sequence[tuple[Enrolment, str]]) -> list[Member]:
    """Everybody on their side; where both sides give and receive alike, all are peers."""
    alike = mentorship.kind.direction == "both"
    rows = [
        Member(
            organisation_id=mentorship.organisation_id,
            mentorship=mentorship,
            person_id=enrolment.person_id,
            side=PEER if alike else side,
        )
        for enrolment, side in members
    ]
    seated: list[Member] = Member.objects.bulk_create(rows)
    return seated


def prefill(mentorship: Mentorship) -> None:
    """The first version of the agreement stands ready, so that it takes everybody one tap."""
    if mentorship.has("agreement"):
        terms = prefilled(mentorship.kind, ends_on=mentorship.ends_on)
        mentorship.agreements.create(
            organisation_id=mentorship.organisation_id, version=1, at=mentorship.begun_at, **terms.columns()
        )


def give_back_places(mentorship: Mentorship, *, of: Person | None = None) -> None:
    """Everybody's, or one person's, are free for others."""
    seats = Seat.objects.filter(mentorship=mentorship)
    (seats.filter(enrolment__person=of) if of else seats).delete()


def tie_to(mentorship: Mentorship, newcomer: Member, others: Iterable[Member]) -> None:
    """Somebody came later: they and everybody who is there may see each other."""
    both = [pair for other in others for pair in ((newcomer, other), (other, newcomer))]
    Tie.objects.bulk_create(_tie(mentorship, one, other, since=clock.now()) for one, other in both)


def tie_together(mentorship: Mentorship, members: Sequence[Member]) -> None:
    """From now on each may see the others wherever people look at people."""
    pairs = permutations(members, 2)
    ties = [_tie(mentorship, one, other, since=mentorship.begun_at) for one, other in pairs]
    Tie.objects.bulk_create(ties)


def open_thread(mentorship: Mentorship, enrolments: Sequence[Enrolment]) -> None:
    """A place to talk for everybody in it; whoever is only followed is not written to."""
    if mentorship.kind.relation != "follow":
        people = [enrolment.person for enrolment in enrolments]
        kind = PAIR if len(people) == 2 else CIRCLE  # noqa: PLR2004 - a pair
        Thread.open(people=people, kind=kind, origin=mentorship.pk)


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
    """Everybody's ties, or those from and to one person, are over; what was written can still be read."""
    ties = Tie.objects.filter(organisation_id=mentorship.organisation_id, origin=mentorship.pk, until=None)
    if person:
        ties = ties.visible_to(person)
    ties.update(until=at)
    for thread in Thread.objects.of_origin(mentorship.pk):
        for part in thread.parts.present().select_related("person"):
            if person is None or part.person_id == person.pk:
                thread.leave(part.person)


def stay_in_touch(mentorship: Mentorship) -> None:
    """It has ended, and everybody would like to hear of each other now and then: they are peers now."""
    there = [member.person_id for member in mentorship.members.filter(left_at=None)]
    for person, other in permutations(there, 2):
        Tie.objects.update_or_create(
            organisation_id=mentorship.organisation_id,
            person_id=person,
            other_id=other,
            kind=tie.PEER,
            origin=mentorship.pk,
            defaults={"until": None},
        )
    for thread in Thread.objects.of_origin(mentorship.pk):
        for part in thread.parts.filter(person__in=there).select_related("person"):
            thread.join(part.person)
