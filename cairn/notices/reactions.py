"""Whom we tell about what happened: each reaction puts notices into the outbox, in its own transaction.

What is told is read again when a letter leaves, so that nobody is asked about something that is settled by
then. A publication that is taken back is never told: nothing had left.
"""

from cairn.journal.entry import Entry
from cairn.journal.errand import Errand
from cairn.journal.reaction import Settle, inside, outside
from cairn.matching.proposal import OPEN, Proposal
from cairn.mentorships.mentorship import Mentorship
from cairn.notices.kind import AT_ONCE
from cairn.notices.outbox import put
from cairn.notices.sending import carry
from cairn.people.person import Person


def if_it_must_arrive(entry: Entry) -> tuple[str, ...]:
    """Transactional and safety: in doubt the same letter is sent again."""
    return ("",) if entry.data["class"] in AT_ONCE else ()


def if_it_may_be_missed(entry: Entry) -> tuple[str, ...]:
    """The others: in doubt they are dropped and counted."""
    return () if entry.data["class"] in AT_ONCE else ("",)


@outside(targets=if_it_must_arrive, doubt="again")
def carry_surely(errand: Errand) -> Settle:
    """A letter somebody waits for."""
    return carry(errand)


@outside(targets=if_it_may_be_missed, doubt="drop")
def carry_once(errand: Errand) -> Settle:
    """A letter that must never come twice."""
    return carry(errand)


def both_sides(_entry: Entry) -> tuple[str, str]:
    """An errand each."""
    return ("mentee", "mentor")


def the_other_side(entry: Entry) -> tuple[str]:
    """The one who did not act."""
    return ("mentor",) if entry.data["side"] == "mentee" else ("mentee",)


@inside(targets=both_sides)
def offer_match(errand: Errand) -> None:
    """The card, with a yes and a no."""
    proposal = _proposal(errand)
    person = _reader(proposal, errand)
    if _waits_for(person, proposal):
        put(person, f"match_{errand.target}", topic=proposal.pk)


@inside(targets=the_other_side)
def say_it_is_your_turn(errand: Errand) -> None:
    """One said yes, and the other has not answered."""
    proposal = _proposal(errand)
    person = _reader(proposal, errand)
    if _waits_for(person, proposal):
        put(person, "match_awaits", topic=proposal.pk)


@inside(targets=the_other_side)
def say_it_will_not_begin(errand: Errand) -> None:
    """One said no. Never why; and not to somebody whose next card already says so."""
    proposal = _proposal(errand)
    person = _reader(proposal, errand)
    side = {f"{errand.target}__person": person}
    if not Proposal.objects.filter(follows=proposal, **side).exists():
        put(person, "match_closed", topic=proposal.pk)


@inside(targets=both_sides)
def say_it_has_begun(errand: Errand) -> None:
    """Both said yes."""
    mentorship = Mentorship.objects.get(pk=errand.entry.subject_id)
    proposal = Proposal.objects.with_people().filter(pk=mentorship.origin).first()
    if proposal is not None:
        put(_reader(proposal, errand), "match_begun", topic=proposal.pk)


def _proposal(errand: Errand) -> Proposal:
    found: Proposal = Proposal.objects.with_people().get(pk=errand.entry.subject_id)
    return found


def _reader(proposal: Proposal, errand: Errand) -> Person:
    person: Person = getattr(proposal, errand.target).person
    return person


def _waits_for(person: Person, proposal: Proposal) -> bool:
    return proposal.state == OPEN and proposal.answer_of(person) is None
