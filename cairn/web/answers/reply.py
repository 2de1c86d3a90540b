"""What a pass in a mail stands for: one person's yes or no to one proposal."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from cairn.kernel.text import isolated
from cairn.matching.proposal import Proposal
from cairn.people.passes import Pass
from cairn.people.person import Person

ACCEPT = "proposal.accept"


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer that can still be given."""

    person: Person
    proposal: Proposal
    other: Person
    yes: bool

    @classmethod
    def held_by(cls, held: Pass) -> Reply | None:
        """The answer an open pass allows; None when it is about nothing that can still be answered."""
        proposal = Proposal.objects.awaiting(held.person).with_people().filter(pk=held.subject).first()
        if proposal is None:
            return None
        return cls(held.person, proposal, proposal.partner_of(held.person), held.purpose == ACCEPT)

    @property
    def side(self) -> str:
        """Which side the person is on: mentor or mentee."""
        return self.proposal.side_of(self.person)

    def give(self, *, reason: str = "", another: bool = False) -> str:
        """Answer; returns what to tell the person. Raises Refused."""
        return self._accept() if self.yes else self._decline(reason, another=another)

    def _accept(self) -> str:
        if self.proposal.accept(self.person):
            return _("You both said yes, so you can begin. Your card with %(name)s is on Today.") % {
                "name": isolated(self.other.name)
            }
        return _("We noted your yes. You can begin once %(name)s agrees too; we will write to you.") % {
            "name": isolated(self.other.name)
        }

    def _decline(self, reason: str, *, another: bool) -> str:
        offers = self.proposal.decline(self.person, reason=reason, another=another)
        if any(self.person in offer.people for offer in offers):
            return _("We noted your no. Somebody else who fits waits for you on Today.")
        return _("We noted your no, and look on.")
