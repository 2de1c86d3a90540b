"""A circle on its way: proposals to several mentees that share who leads it.

It begins with the least number its format asks for; whoever says yes later joins it. Whoever leads says yes
or no once, to all. When so many say no that it can never be enough, everybody is free for another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cairn.matching.proposal import ACCEPTED, DECLINED, OPEN, Proposal
from cairn.mentorships.joining import join
from cairn.mentorships.mentorship import Mentorship
from cairn.mentorships.mentorship_set import MentorshipQuerySet
from cairn.mentorships.seat import Seat

if TYPE_CHECKING:
    from cairn.people.person import Person


def hear_yes(proposal: Proposal, person: Person) -> Mentorship | None:
    """Somebody said yes; the circle begins, or takes in another, if it can. The caller holds all of it."""
    around = _around(proposal)
    if person.pk == proposal.mentor.person_id:
        for each in around:
            each.answer(person, accepted=True)
    ready = [each for each in around if each.everybody_said_yes()]
    running: Mentorship | None = _of_circle(proposal).first()
    if running is None and len(ready) < proposal.kind.group.min:
        return None
    for each in ready:
        each.settle(ACCEPTED)
        Seat.objects.filter(held_for=each.pk).update(held_for=proposal.circle)
    if running is None:
        return _begin(proposal, ready)
    for each in ready:
        join(running, each.mentee, by=each.mentee.person)
    return running


def hear_no(proposal: Proposal, person: Person) -> None:
    """Somebody said no, which is settled already; those who can no longer be enough are let go."""
    running = _of_circle(proposal).exists()
    around = _around(proposal)
    leads = person.pk == proposal.mentor.person_id
    if not running and (leads or len(around) < proposal.kind.group.min):
        for each in around:
            each.settle(DECLINED)
            Seat.release(held_for=each.pk)
            each.record_given_up()
        around = []
    if proposal.circle and not running and not around:
        Seat.release(held_for=proposal.circle)


def _around(proposal: Proposal) -> list[Proposal]:
    """Every proposal of the circle that is still open, in one order."""
    return list(Proposal.objects.with_people().filter(circle=proposal.circle, state=OPEN).order_by("pk"))


def _of_circle(proposal: Proposal) -> MentorshipQuerySet:
    """The circle itself, once it has begun."""
    found: MentorshipQuerySet = Mentorship.objects.filter(
        organisation_id=proposal.organisation_id, origin=proposal.circle or proposal.pk
    )
    return found


def _begin(proposal: Proposal, ready: list[Proposal]) -> Mentorship:
    first = ready[0]
    members = [(first.mentor, first.mentor.side), *((each.mentee, each.mentee.side) for each in ready)]
    origin = proposal.circle or proposal.pk
    return Mentorship.gather(proposal.programme, members=members, origin=origin, format=proposal.format)
