"""The hot seat of a circle: whose case it is this time. Who had fewest turns is next."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from cairn.mentorships.belonging import OfMentorship, OfMentorshipQuerySet
from cairn.vault.sealed import SealedTextField


class HotSeatQuerySet(OfMentorshipQuerySet["HotSeat"]):
    """Turns, in their order."""


class HotSeat(OfMentorship):
    """One turn. `occasion` is the meeting it belongs to; a turn in writing has none and begins at `round_at`,
    step by step (see Hearing).
    """

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    case = SealedTextField(blank=True)
    occasion = models.UUIDField(null=True, blank=True, default=None)
    round_at = models.DateTimeField(null=True, blank=True, default=None)
    at = models.DateTimeField()

    objects: ClassVar[Any] = HotSeatQuerySet.as_manager()

    class Meta:
        ordering = ("mentorship", "number")
        constraints = (
            models.UniqueConstraint(fields=("mentorship", "number"), name="hot_seat_number_once"),
            models.UniqueConstraint(
                fields=("mentorship", "occasion"),
                condition=Q(occasion__isnull=False),
                name="hot_seat_once_a_meeting",
            ),
        )
