"""Publishing: what will be sent, and the sending itself. All of it, or none of it, and never twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction

from cairn.kernel import clock, ids
from cairn.matching.pairing import Pairing
from cairn.matching.proposal import Proposal
from cairn.matching.publication import Publication
from cairn.mentorships.seat import Seat, lowest_free
from cairn.programmes.enrolment import Departure, Enrolment

if TYPE_CHECKING:
    from cairn.matching.run import Run

#: Why a pair of the run would not be sent.
LEFT, FULL, PROPOSED, FEW = "left", "full", "proposed", "few"


#: Enrolment id → the number of the place given away there.
Places = Mapping[UUID, int]


@dataclass(frozen=True)
class Preview:
    """What pressing Publish does: a proposal for each of `pairings`; `held_back` pairs stay, each with its
    code. `together` says whether those who share a mentor form a circle.
    """

    pairings: tuple[Pairing, ...]
    held_back: tuple[tuple[Pairing, str], ...]
    places: Mapping[UUID, Places]
    together: bool = False

    @property
    def people(self) -> int:
        """How many people would hear of it."""
        return len({person for each in self.pairings for person in (each.mentor_id, each.mentee_id)})

    def circles(self) -> dict[UUID, UUID]:
        """A new circle for every mentor who leads one, by enrolment id."""
        return {each.mentor_id: ids.new() for each in self.pairings} if self.together else {}


def preview(run: Run) -> Preview:
    """What would be sent if it left now: people who have left or are full meanwhile are held back."""
    pairings = list(Pairing.objects.filter(run=run).with_people())
    return _sorted_out(run, pairings, Seat.objects.numbers(_enrolments(pairings)))


def make_proposals(publication: Publication) -> list[Proposal]:
    """A proposal for every pair that can be sent, with its places held and its entry written; in one
    transaction.
    """
    with transaction.atomic():
        pairings = list(Pairing.objects.filter(run=publication.run_id).with_people())
        _lock(pairings)
        numbers = Seat.objects.numbers(_enrolments(pairings))
        ready = _sorted_out(publication.run, pairings, numbers)
        circles = ready.circles()
        made = [_proposal(each, publication, circles) for each in ready.pairings]
        Proposal.objects.bulk_create(made)
        Seat.objects.bulk_create(
            seat
            for proposal, pairing in zip(made, ready.pairings, strict=True)
            for seat in _seats(proposal, ready.places[pairing.pk])
        )
        for proposal in made:
            proposal.record_made(by=publication.by)
        return made


def _lock(pairings: Iterable[Pairing]) -> None:
    """Nobody else gives away a place of these people meanwhile; in one order, so that two senders cannot
    dead-lock.
    """
    keys = sorted(each.pk for each in _enrolments(pairings))
    list(Enrolment.objects.select_for_update().filter(pk__in=keys).order_by("pk").values_list("pk"))


def _enrolments(pairings: Iterable[Pairing]) -> list[Enrolment]:
    return [enrolment for each in pairings for enrolment in (each.mentor, each.mentee)]


def _sorted_out(run: Run, pairings: list[Pairing], numbers: dict[UUID, set[int]]) -> Preview:
    """Who goes and who stays; the places given away are marked as used in `numbers`."""
    gone = set(
        Departure.objects.filter(enrolment__programme=run.programme_id).values_list("enrolment_id", flat=True)
    )
    known = Proposal.objects.pairs(run.programme)
    group = run.kind.group
    sent: list[Pairing] = []
    back: list[tuple[Pairing, str]] = []
    places: dict[UUID, Places] = {}
    led: set[UUID] = set()
    for each in pairings:
        free = _free_places(each, numbers, led=led)
        why = _held_back(each, gone=gone, known=known, free=free)
        if why or free is None:
            back.append((each, why))
            continue
        sent.append(each)
        places[each.pk] = free
        if group.is_circle:
            led.add(each.mentor_id)
        for enrolment, number in free.items():
            numbers.setdefault(enrolment, set()).add(number)
    around = Counter(each.mentor_id for each in sent)
    few = [each for each in sent if around[each.mentor_id] < group.min]
    back += [(each, FEW) for each in few]
    sent = [each for each in sent if each not in few]
    return Preview(tuple(sent), tuple(back), places, group.is_circle)


def _free_places(each: Pairing, numbers: dict[UUID, set[int]], *, led: set[UUID]) -> Places | None:
    """The lowest free number on both sides, None where one of them is full. Whoever leads a circle already
    gives no further place.
    """
    ends = [one for one in (each.mentor, each.mentee) if one.pk not in led]
    found = {one.pk: lowest_free(numbers, one.pk, one.capacity) for one in ends}
    return (
        {enrolment: number for enrolment, number in found.items() if number}
        if None not in found.values()
        else None
    )


def _held_back(
    each: Pairing, *, gone: set[UUID], known: frozenset[tuple[str, str]], free: Places | None
) -> str:
    if {each.mentor_id, each.mentee_id} & gone:
        return LEFT
    if (str(each.mentee.person_id), str(each.mentor.person_id)) in known:
        return PROPOSED
    return FULL if free is None else ""


def _proposal(each: Pairing, publication: Publication, circles: Mapping[UUID, UUID]) -> Proposal:
    return Proposal(
        organisation_id=publication.organisation_id,
        programme_id=publication.programme_id,
        publication=publication,
        format=publication.run.format,
        circle=circles.get(each.mentor_id),
        mentor=each.mentor,
        mentee=each.mentee,
        card=each.card(),
        made_at=clock.now(),
    )


def _seats(proposal: Proposal, places: Places) -> list[Seat]:
    return [
        Seat(
            organisation_id=proposal.organisation_id,
            enrolment_id=enrolment,
            number=number,
            held_for=proposal.circle if proposal.circle and enrolment == proposal.mentor_id else proposal.pk,
            at=proposal.made_at,
        )
        for enrolment, number in places.items()
    ]
