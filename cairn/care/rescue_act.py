"""A rescue act: what a coordinator did about a signal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

from django.db import models

from cairn.accounts.tenancy import TenantQuerySet, TenantRecord
from cairn.care.causes import ACTS
from cairn.vault.sealed import SealedTextField

if TYPE_CHECKING:
    from typing import Self

    from cairn.people.person import Person


class RescueActQuerySet(TenantQuerySet["RescueAct"]):
    """Acts, newest first."""

    def visible_to(self, person: Person) -> Self:
        """One's own acts, and those of the signals a coordinator may see."""
        from cairn.care.signal import Signal  # noqa: PLC0415 - a signal does not know its acts

        seen = Signal.objects.for_lead(person).values("pk")
        return self.filter(organisation_id=person.organisation_id).filter(
            models.Q(signal__in=seen) | models.Q(by=person)
        )


class RescueAct(TenantRecord):
    """`words` are what its people read; they are sealed under the mentorship's key."""

    signal = models.ForeignKey("care.Signal", on_delete=models.CASCADE, related_name="acts")
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    act = models.CharField(max_length=10, choices=[(each, each) for each in ACTS])
    words = SealedTextField(blank=True)
    at = models.DateTimeField()

    objects: ClassVar[Any] = RescueActQuerySet.as_manager()

    class Meta:
        ordering = ("-at", "-id")
        constraints = (models.CheckConstraint(condition=models.Q(act__in=ACTS), name="rescue_act_is_known"),)
        indexes = (models.Index(fields=("signal", "at"), name="rescue_act_by_signal"),)

    def __str__(self) -> str:
        return self.act

    def vault_owner(self) -> UUID:
        """The mentorship's key."""
        return self.signal.mentorship_id
