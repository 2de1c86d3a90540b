"""A sponsor act: a door somebody opened. Counted, seen by the person it was for, and rated by nobody."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from cairn.mentorships.belonging import OfMentorship, OfMentorshipQuerySet
from cairn.vault.sealed import SealedTextField

KINDS = ("introduced", "project", "stage", "presentation", "recommended", "protected")


class SponsorActQuerySet(OfMentorshipQuerySet["SponsorAct"]):
    """Acts, oldest first."""


class SponsorAct(OfMentorship):
    """`by` opened the door for `of`; `taken_up_at` is set by the one it was for, once it led somewhere."""

    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    of = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=[(each, each) for each in KINDS])
    words = SealedTextField(blank=True)
    at = models.DateTimeField()
    taken_up_at = models.DateTimeField(null=True, blank=True, default=None)

    objects: ClassVar[Any] = SponsorActQuerySet.as_manager()

    class Meta:
        ordering = ("at", "id")
        constraints = (
            models.CheckConstraint(condition=Q(kind__in=KINDS), name="sponsor_act_kind_known"),
            models.CheckConstraint(condition=~Q(by=models.F("of")), name="sponsor_act_is_for_another"),
        )
