"""A change: what somebody does differently because of what they heard."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from cairn.mentorships.belonging import OfMentorship, OfMentorshipQuerySet
from cairn.vault.sealed import SealedTextField

CHANGED, DID = "changed", "did"
KINDS = (CHANGED, DID)


class ChangeQuerySet(OfMentorshipQuerySet["Change"]):
    """Changes, oldest first."""


class Change(OfMentorship):
    """Told to the other side: "what I changed" of a leader, or "what I did" a week after a flash meeting."""

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=8, choices=[(each, each) for each in KINDS], default=CHANGED)
    words = SealedTextField()
    at = models.DateTimeField()

    objects: ClassVar[Any] = ChangeQuerySet.as_manager()

    class Meta:
        ordering = ("at", "id")
        constraints = (
            models.CheckConstraint(condition=Q(kind__in=KINDS), name="mentorship_change_kind_known"),
        )
