"""A farewell: what stays, a thank-you, and what comes next. Three taps."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from cairn.mentorships.belonging import OfMentorship, OfMentorshipQuerySet
from cairn.vault.sealed import SealedTextField

END, RENEW, LIGHT, PASS_ON = "end", "renew", "light", "pass_on"
CHOICES = (END, RENEW, LIGHT, PASS_ON)


class FarewellQuerySet(OfMentorshipQuerySet["Farewell"]):
    """Farewells: the thanks are for each other; `stays_for` gives the rest to who wrote it."""


class Farewell(OfMentorship):
    """One person's, once a term: a mentorship that is renewed says goodbye again later."""

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    term = models.PositiveSmallIntegerField(default=1)
    stays = SealedTextField(blank=True)
    thanks = SealedTextField(blank=True)
    choice = models.CharField(max_length=8, choices=[(each, each) for each in CHOICES])
    at = models.DateTimeField()

    objects: ClassVar[Any] = FarewellQuerySet.as_manager()

    class Meta:
        ordering = ("at", "id")
        constraints = (
            models.UniqueConstraint(fields=("mentorship", "person", "term"), name="farewell_said_once"),
            models.CheckConstraint(condition=Q(choice__in=CHOICES), name="farewell_choice_known"),
        )
