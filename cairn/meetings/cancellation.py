"""A cancellation: who called a meeting off, and whether it was late."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from cairn.accounts.tenancy import TenantRecord
from cairn.meetings.facts import OfMeetingQuerySet


class CancellationQuerySet(OfMeetingQuerySet["Cancellation"]):
    """Cancellations, reached through their meeting."""


class Cancellation(TenantRecord):
    """`late` within a day of the start. `by` is nobody where the meeting simply did not happen."""

    meeting = models.OneToOneField("meetings.Meeting", on_delete=models.CASCADE, related_name="cancellation")
    by = models.ForeignKey(
        "people.Person", on_delete=models.PROTECT, related_name="+", null=True, blank=True, default=None
    )
    late = models.BooleanField(default=False)
    at = models.DateTimeField()

    objects: ClassVar[Any] = CancellationQuerySet.as_manager()
