"""A numbered place in one week of somebody's office hours: the weekly limit, kept by the database."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from cairn.accounts.tenancy import TenantRecord
from cairn.meetings.facts import OfMeetingQuerySet


class OfficePlaceQuerySet(OfMeetingQuerySet["OfficePlace"]):
    """Places of weeks; counted, never listed."""


class OfficePlace(TenantRecord):
    """The `number`-th slot given away in the week that begins on the Monday `week`."""

    office = models.ForeignKey("meetings.OfficeHours", on_delete=models.PROTECT, related_name="places")
    week = models.DateField()
    number = models.PositiveSmallIntegerField()
    meeting = models.OneToOneField("meetings.Meeting", on_delete=models.CASCADE, related_name="office_place")

    objects: ClassVar[Any] = OfficePlaceQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("office", "week", "number"), name="office_place_once"),
        )
