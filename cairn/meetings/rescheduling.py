"""A rescheduling: who moved a meeting, from when to when."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from cairn.accounts.tenancy import TenantRecord
from cairn.meetings.facts import OfMeetingQuerySet


class ReschedulingQuerySet(OfMeetingQuerySet["Rescheduling"]):
    """Moves of meetings."""


class Rescheduling(TenantRecord):
    """One row for each time a meeting moved."""

    meeting = models.ForeignKey("meetings.Meeting", on_delete=models.CASCADE, related_name="reschedulings")
    by = models.ForeignKey(
        "people.Person", on_delete=models.PROTECT, related_name="+", null=True, blank=True, default=None
    )
    moved_from = models.DateTimeField()
    moved_to = models.DateTimeField()
    late = models.BooleanField(default=False)
    at = models.DateTimeField()

    objects: ClassVar[Any] = ReschedulingQuerySet.as_manager()

    class Meta:
        ordering = ("at", "id")
