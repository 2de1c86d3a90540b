"""A response: one person's answer to a proposal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models

from cairn.accounts.tenancy import TenantQuerySet, TenantRecord
from cairn.vault.sealed import SealedTextField

if TYPE_CHECKING:
    from typing import Self
    from uuid import UUID

    from cairn.people.person import Person


class ResponseQuerySet(TenantQuerySet["Response"]):
    """Answers."""

    def visible_to(self, person: Person) -> Self:
        """Only one's own: that somebody answered is told by the proposal, why is nobody else's business."""
        return self.filter(organisation_id=person.organisation_id, person=person)


class Response(TenantRecord):
    """Yes or no, once per person. `reason` is sealed with that person's own key and read by nobody else."""

    proposal = models.ForeignKey("matching.Proposal", on_delete=models.PROTECT, related_name="responses")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    accepted = models.BooleanField()
    reason = SealedTextField(blank=True)
    at = models.DateTimeField()

    objects: ClassVar[Any] = ResponseQuerySet.as_manager()

    class Meta:
        ordering = ("at", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("organisation", "proposal", "person"), name="response_person_once"
            ),
        )

    def vault_owner(self) -> UUID:
        """The person's own key: erasing the person erases the reason."""
        return self.person_id

    def reason_for(self, reader: Person) -> str:
        """The words, for the one who wrote them; nothing for everybody else."""
        return (self.reason or "") if reader.pk == self.person_id else ""
