"""An ending: how a mentorship came to a close, and who said so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models
from django.db.models import Q

from cairn.accounts.tenancy import TenantRecord
from cairn.mentorships.belonging import OfMentorshipQuerySet
from cairn.mentorships.steps import ENDINGS
from cairn.vault.sealed import SealedTextField

if TYPE_CHECKING:
    from uuid import UUID


class Ending(TenantRecord):
    """`by` is nobody when the house did it. Why stays with who said it; the other reads neutral words.

    `another` says whether that person wants to be matched again.
    """

    mentorship = models.OneToOneField(
        "mentorships.Mentorship", on_delete=models.PROTECT, related_name="ending"
    )
    by = models.ForeignKey(
        "people.Person", on_delete=models.PROTECT, related_name="+", null=True, blank=True, default=None
    )
    how = models.CharField(max_length=16, choices=[(each, each) for each in ENDINGS])
    reason = SealedTextField(blank=True)
    another = models.BooleanField(default=False)
    at = models.DateTimeField()

    objects: ClassVar[Any] = OfMentorshipQuerySet.as_manager()

    class Meta:
        ordering = ("at", "id")
        constraints = (models.CheckConstraint(condition=Q(how__in=ENDINGS), name="ending_how_known"),)

    def vault_owner(self) -> UUID:
        """The key of who ended it; the house gives no reasons."""
        return self.by_id or self.mentorship_id
