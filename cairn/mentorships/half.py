"""A half: how many minutes of one meeting were for one person. Where both give, both should receive."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from cairn.mentorships.belonging import OfMentorship, OfMentorshipQuerySet

MOST_MINUTES = 600


class HalfQuerySet(OfMentorshipQuerySet["Half"]):
    """Halves, in the order of their meetings."""


class Half(OfMentorship):
    """`occasion` is the meeting; one number for each person."""

    mentorship: Any = models.ForeignKey(
        "mentorships.Mentorship", on_delete=models.PROTECT, related_name="halves"
    )
    occasion = models.UUIDField()
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    minutes = models.PositiveSmallIntegerField()
    at = models.DateTimeField()

    objects: ClassVar[Any] = HalfQuerySet.as_manager()

    class Meta:
        ordering = ("at", "id")
        constraints = (
            models.UniqueConstraint(fields=("occasion", "person"), name="half_once_a_meeting"),
            models.CheckConstraint(condition=Q(minutes__lte=MOST_MINUTES), name="half_minutes_sane"),
        )
