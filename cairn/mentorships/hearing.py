"""The hot seat in writing: one round of five steps, each open for 72 hours or until everybody has spoken."""

from __future__ import annotations

from typing import Any, ClassVar
from uuid import UUID

from django.db import models
from django.db.models import Q

from cairn.accounts.tenancy import TenantRecord
from cairn.mentorships.belonging import OfMentorshipQuerySet
from cairn.vault.sealed import SealedTextField

STEPS = ("present", "clarify", "ideas", "summary", "thanks")


class Hearing(TenantRecord):
    """What one person said in one step; written again, it is replaced."""

    seat = models.ForeignKey("mentorships.HotSeat", on_delete=models.PROTECT, related_name="hearings")
    mentorship = models.ForeignKey("mentorships.Mentorship", on_delete=models.PROTECT, related_name="+")
    step = models.CharField(max_length=8, choices=[(each, each) for each in STEPS])
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    words = SealedTextField()
    at = models.DateTimeField()

    objects: ClassVar[Any] = OfMentorshipQuerySet.as_manager()

    class Meta:
        ordering = ("at", "id")
        constraints = (
            models.UniqueConstraint(fields=("seat", "step", "person"), name="hearing_once_a_step"),
            models.CheckConstraint(condition=Q(step__in=STEPS), name="hearing_step_known"),
        )

    def vault_owner(self) -> UUID:
        """The circle's key."""
        return self.mentorship_id
