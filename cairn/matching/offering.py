"""Offering the next best: at once, within everybody's capacity, after somebody declined or left.

The cohort is read again at this moment, so a block said yesterday or a place taken a minute ago counts. It is
one person against everybody with room, therefore quick at any size.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import UUID

from django.db import transaction

from cairn.kernel import clock
from cairn.matching.cards import card_of
from cairn.matching.cohort import gathered
from cairn.matching.proposal import Proposal
from cairn.matching.rulebook import rules_of
from cairn.mentorships.load import load_of
from cairn.mentorships.seat import Full, Seat
from cairn.programmes.enrolment import MENTEE, MENTOR, Enrolment
from cairn.programmes.format import ONE_TO_ONE

if TYPE_CHECKING:
    from cairn.people.person import Person
    from cairn.programmes.programme import Programme

#: How many times a full mentor is skipped for the next one before giving up.
TRIES = 5


class Best(NamedTuple):
    """A pair that can be proposed now, with its card as codes."""

    mentor: Enrolment
    mentee: Enrolment
    card: dict[str, Any]


def offer_next(declined: Proposal, *, by: Person, another: bool) -> list[Proposal]:
    """New proposals that follow a declined one: for the mentee always, for a mentor who said no if they
    want another.
    """
    offers = [offer_to(declined.mentee, follows=declined, by=by)]
    if by.pk == declined.mentor.person_id and another:
        offers.append(offer_to(declined.mentor, follows=declined, by=by))
    return [offer for offer in offers if offer is not None]


def offer_to(enrolment: Enrolment, *, follows: Proposal, by: Person | None) -> Proposal | None:
    """The best partner with room, held at once; None where nobody is left, and then the person waits for a
    round.
    """
    skipped: set[UUID] = set()
    for _ in range(TRIES):
        best = best_for(enrolment, format=follows.format, skipping=skipped)
        if best is None:
            return None
        try:
            return _propose(best, follows=follows, by=by)
        except Full as full:
            if full.enrolment.pk == enrolment.pk:
                return None
            skipped.add(full.enrolment.pk)
    return None


@transaction.atomic
def _propose(best: Best, *, follows: Proposal, by: Person | None) -> Proposal:
    made: Proposal = Proposal.objects.create(
        organisation_id=follows.organisation_id,
        programme_id=follows.programme_id,
        follows=follows,
        format=follows.format,
        mentor=best.mentor,
        mentee=best.mentee,
        card=best.card,
        made_at=clock.now(),
    )
    for enrolment in (best.mentor, best.mentee):
        Seat.hold(enrolment, held_for=made.pk)
    made.record_made(by=by)
    return made


def best_for(
    enrolment: Enrolment, *, format: str = ONE_TO_ONE, skipping: Collection[UUID] = ()
) -> Best | None:
    """The best pair of a format one person can still be in."""
    programme: Programme = enrolment.programme
    others = _with_room(programme, MENTOR if enrolment.side == MENTEE else MENTEE, skipping=skipping)
    alone = list(Enrolment.objects.present().select_related("person").filter(pk=enrolment.pk))
    mentors, mentees = (others, alone) if enrolment.side == MENTEE else (alone, others)
    book = rules_of(programme, format)
    people = gathered(programme, book.kind, mentors=mentors, mentees=mentees).inputs
    if not people.mentors or not people.mentees:
        return None
    # What a round holds back is held back for exactly this moment.
    book = book.with_round(reserve=0.0, aim="total_fit", parity=())
    prepared = people.within_hours(book.gates.monthly).prepared(book.as_engine())
    pairs = prepared.play().pairs
    if not pairs:
        return None
    pair = max(pairs, key=lambda each: (each.fit, each.mentee, each.mentor))
    found = {(each.side, str(each.person_id)): each for each in [*mentors, *mentees]}
    card = card_of(prepared.card(pair.mentee, pair.mentor))
    return Best(found[MENTOR, pair.mentor], found[MENTEE, pair.mentee], card)


def _with_room(programme: Programme, side: str, *, skipping: Collection[UUID]) -> list[Enrolment]:
    everybody = programme.mentors() if side == MENTOR else programme.mentees()
    present = [each for each in everybody.select_related("person") if each.pk not in skipping]
    load = load_of(present)
    return [each for each in present if load[each.pk].total < each.capacity]
