"""What matching does about an ending: who wants to go on is offered the next best at once."""

from __future__ import annotations

from uuid import UUID

from cairn.journal.entry import Entry
from cairn.journal.errand import Errand
from cairn.journal.reaction import inside
from cairn.matching.offering import offer_to
from cairn.matching.proposal import Proposal
from cairn.mentorships.mentorship import Mentorship
from cairn.mentorships.steps import EARLY, REMATCHED
from cairn.people.person import Person


def who_goes_on(entry: Entry) -> list[UUID]:
    """Enrolments: of the one who left, if they want another; of a mentee who was left, always. Nobody where
    it ended in its time, by silence or for safety.
    """
    if entry.data["how"] not in {EARLY, REMATCHED}:
        return []
    proposal = _origin(entry)
    if proposal is None:
        return []
    wanting = [proposal.mentee] if entry.actor_id != proposal.mentee.person_id else []
    if entry.data["another"]:
        wanting += [each for each in (proposal.mentee, proposal.mentor) if each.person_id == entry.actor_id]
    return [enrolment.pk for enrolment in wanting]


@inside(targets=who_goes_on)
def offer_another(errand: Errand) -> None:
    """Within everybody's capacity, never the same two again."""
    proposal = _origin(errand.entry)
    if proposal is None:
        return
    enrolment = next(each for each in (proposal.mentee, proposal.mentor) if str(each.pk) == errand.target)
    actor = errand.entry.actor_id
    by = Person.objects.get(pk=actor) if actor else None
    offer_to(enrolment, follows=proposal, by=by)


def _origin(entry: Entry) -> Proposal | None:
    """The proposal the ended mentorship grew from; a circle has none."""
    mentorship = Mentorship.objects.get(pk=entry.subject_id)
    found: Proposal | None = Proposal.objects.with_people().filter(pk=mentorship.origin).first()
    return found
