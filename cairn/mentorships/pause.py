"""A pause: a mentorship rests until a day, and then goes on by itself."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models
from django.db.models import F, Q

from cairn.mentorships.belonging import OfMentorship, OfMentorshipQuerySet
from cairn.vault.sealed import SealedTextField

if TYPE_CHECKING:
    from typing import Self
    from uuid import UUID


class PauseQuerySet(OfMentorshipQuerySet["Pause"]):
    """Pauses."""

    def standing(self) -> Self:
        """Those that are not over."""
        return self.filter(ended_at__isnull=True)

    def due(self, on: date) -> Self:
        """Standing ones whose day has come."""
        return self.standing().filter(until__lte=on)


class Pause(OfMentorship):
    """Somebody asked for it, for a reason that is theirs alone. `until` is the day it ends; `ended_at` is set
    when it did.
    """

    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    reason = SealedTextField(blank=True)
    since = models.DateTimeField()
    until = models.DateField()
    ended_at = models.DateTimeField(null=True, blank=True, default=None)

    objects: ClassVar[Any] = PauseQuerySet.as_manager()

    class Meta:
        ordering = ("since", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("mentorship",), condition=Q(ended_at__isnull=True), name="pause_stands_once"
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True) | Q(ended_at__gte=F("since")),
                name="pause_ends_after_it_began",
            ),
        )
        indexes = (
            models.Index(fields=("until",), condition=Q(ended_at__isnull=True), name="pause_still_standing"),
        )

    def vault_owner(self) -> UUID:
        """The key of who asked: the reason is nobody else's."""
        return self.by_id
