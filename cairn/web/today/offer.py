"""A proposal as one of its two people sees it: the other one, and the card in words meant for this reader."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from cairn.kernel.text import first_name_of
from cairn.matching.proposal import Proposal
from cairn.matching.wording import CardWords, said
from cairn.matching.words import words_of
from cairn.people.free_hour import hours_for
from cairn.people.week import Span, told_in
from cairn.web.shell.signs import with_signs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cairn.matching.words import Words
    from cairn.people.person import Person
    from cairn.programmes.programme import Programme


@dataclass(frozen=True, slots=True)
class Offer:
    """`answered` is this reader's own answer: True, False, or None while owed. Weeks are in their zone."""

    id: UUID
    programme: Programme
    other: Person
    other_first: str
    my_side: str
    answered: bool | None
    card: CardWords
    reasons: list[tuple[str, str]]
    my_week: list[Span]
    other_week: list[Span]


def offers_to(person: Person) -> list[Offer]:
    """Open proposals to this person, oldest first; queries do not grow with them."""
    return shown(person, Proposal.objects.visible_to(person).open().with_people())


def shown(person: Person, proposals: Iterable[Proposal]) -> list[Offer]:
    """Proposals (with their people) from this reader's chair."""
    proposals = list(proposals)
    zone = person.zone or person.organisation.zone
    words = {each.programme_id: each.programme for each in proposals}
    named = {pk: words_of(programme, zone=zone) for pk, programme in words.items()}
    hours = hours_for({each.pk for proposal in proposals for each in proposal.people})
    weeks = {
        each.pk: told_in(zone, hours.get(each.pk, ()), lived_in=each.zone or zone)
        for proposal in proposals
        for each in proposal.people
    }
    return [_offer(person, each, named[each.programme_id], weeks) for each in proposals]


def _offer(reader: Person, proposal: Proposal, words: Words, weeks: dict[UUID, list[Span]]) -> Offer:
    other, side = proposal.partner_of(reader), proposal.side_of(reader)
    mentee, mentor = (first_name_of(each.name) for each in proposal.people)
    card = said(
        proposal.card,
        to="mentor" if side == "mentor" else "mentee",
        words=words,
        mentor=mentor,
        mentee=mentee,
    )
    return Offer(
        id=proposal.pk,
        programme=proposal.programme,
        other=other,
        other_first=first_name_of(other.name),
        my_side=side,
        answered=proposal.answer_of(reader),
        card=card,
        reasons=with_signs(proposal.card, card),
        my_week=weeks[reader.pk],
        other_week=weeks[other.pk],
    )
