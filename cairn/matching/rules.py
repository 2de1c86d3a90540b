"""May they? Who may run the Lab, see a proposal, answer it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cairn.programmes.rules import may_coordinate

if TYPE_CHECKING:
    from cairn.matching.proposal import Proposal
    from cairn.matching.run import Run
    from cairn.people.person import Person
    from cairn.programmes.programme import Programme


def may_match(person: Person, programme: Programme) -> bool:
    """Use the Lab, review, publish, take back."""
    return may_coordinate(person, programme)


def may_review(person: Person, run: Run) -> bool:
    """See a run and change it by hand."""
    return may_coordinate(person, run.programme)


def may_see(person: Person, proposal: Proposal) -> bool:
    """See the card: the two it is about, and the coordinators of its programme. Nobody sees another's
    reason.
    """
    return may_answer(person, proposal) or may_coordinate(person, proposal.programme)


def may_answer(person: Person, proposal: Proposal) -> bool:
    """Accept or decline: the two it is about."""
    return person.pk in {proposal.mentor.person_id, proposal.mentee.person_id}
