"""A pledge: something one side promises the other. Today there is one: I shall not cancel."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from cairn.mentorships.belonging import OfMentorship, OfMentorshipQuerySet

NO_CANCEL = "no_cancel"
KINDS = (NO_CANCEL,)


class PledgeQuerySet(OfMentorshipQuerySet["Pledge"]):
    """Pledges."""


class Pledge(OfMentorship):
    """Who pledged not to cancel may move a meeting once, and then keeps it."""

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=[(each, each) for each in KINDS], default=NO_CANCEL)
    at = models.DateTimeField()

    objects: ClassVar[Any] = PledgeQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("mentorship", "person", "kind"), name="pledge_given_once"),
            models.CheckConstraint(condition=Q(kind__in=KINDS), name="pledge_kind_known"),
        )
