"""An absence: somebody did not come, as another who waited says."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from cairn.accounts.tenancy import TenantRecord
from cairn.meetings.facts import OfMeetingQuerySet


class AbsenceQuerySet(OfMeetingQuerySet["Absence"]):
    """Absences, reached through their meeting."""


class Absence(TenantRecord):
    """No blame is kept with it: the two are helped to find another time."""

    meeting = models.ForeignKey("meetings.Meeting", on_delete=models.CASCADE, related_name="absences")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects: ClassVar[Any] = AbsenceQuerySet.as_manager()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("meeting", "person"), name="absence_said_once"),)
