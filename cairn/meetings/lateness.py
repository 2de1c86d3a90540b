"""A lateness: somebody said they would be a few minutes late."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from cairn.accounts.tenancy import TenantRecord
from cairn.meetings.facts import OfMeetingQuerySet

CHOICES = (5, 10)


class LatenessQuerySet(OfMeetingQuerySet["Lateness"]):
    """Latenesses, reached through their meeting."""


class Lateness(TenantRecord):
    """Said once; saying it again changes the minutes."""

    meeting = models.ForeignKey("meetings.Meeting", on_delete=models.CASCADE, related_name="latenesses")
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    minutes = models.PositiveSmallIntegerField()
    at = models.DateTimeField()

    objects: ClassVar[Any] = LatenessQuerySet.as_manager()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("meeting", "by"), name="lateness_said_once"),)
