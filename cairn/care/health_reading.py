"""A health reading: how a mentorship went in one week, from metadata alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

from django.db import models

from cairn.accounts.tenancy import TenantQuerySet, TenantRecord

if TYPE_CHECKING:
    from typing import Self

    from cairn.people.person import Person

FORMING, THRIVING, DRIFTING, AT_RISK = "forming", "thriving", "drifting", "at_risk"
BANDS = (FORMING, THRIVING, DRIFTING, AT_RISK)
#: A reading older than this says nothing about now.
FRESH = timedelta(days=8)
KEPT = timedelta(days=365)


class HealthReadingQuerySet(TenantQuerySet["HealthReading"]):
    """Readings, by week."""

    def visible_to(self, person: Person) -> Self:
        """Those of the mentorships in the programmes one coordinates; people read how it goes in words."""
        from cairn.programmes.programme import Programme  # noqa: PLC0415 - only this question needs it

        coordinated = Programme.objects.visible_to(person).values("pk")
        return self.filter(organisation_id=person.organisation_id, mentorship__programme__in=coordinated)

    def fresh(self, now: datetime) -> Self:
        """Those that say something about now."""
        return self.filter(at__gt=now - FRESH)

    def outworn(self, now: datetime) -> Self:
        """Older than they are kept."""
        return self.filter(at__lt=now - KEPT)


class HealthReading(TenantRecord):
    """One row a week, written anew each night. `value` is 0 to 100; `parts` holds what each component gave,
    for whoever asks why. A mentorship that rests has none, nor has a format without the trait.
    """

    mentorship = models.ForeignKey("mentorships.Mentorship", on_delete=models.PROTECT, related_name="+")
    week = models.DateField()
    at = models.DateTimeField()
    value = models.FloatField(null=True)
    band = models.CharField(max_length=8)
    parts = models.JSONField(default=dict)

    objects: ClassVar[Any] = HealthReadingQuerySet.as_manager()

    class Meta:
        ordering = ("mentorship", "-week")
        constraints = (
            models.UniqueConstraint(fields=("mentorship", "week"), name="health_is_read_once_a_week"),
            models.CheckConstraint(condition=models.Q(band__in=BANDS), name="health_band_is_known"),
        )
        indexes = (models.Index(fields=("at",), name="health_by_moment"),)

    def __str__(self) -> str:
        return f"{self.band} {self.week}"

    @classmethod
    def write(cls, readings: Sequence[HealthReading]) -> None:
        """Many of one week at once; the week's earlier one is replaced, unless it says the same."""
        if not readings:
            return
        ids = [each.mentorship_id for each in readings]
        known = cls.objects.filter(mentorship__in=ids, week=readings[0].week).order_by()
        said = {id: rest for id, *rest in known.values_list("mentorship_id", "value", "band")}
        cls.objects.bulk_create(
            [each for each in readings if said.get(each.mentorship_id) != [each.value, each.band]],
            update_conflicts=True,
            unique_fields=["mentorship", "week"],
            update_fields=["at", "value", "band", "parts"],
        )


def latest_for(mentorships: Iterable[UUID], now: datetime) -> dict[UUID, HealthReading]:
    """The fresh reading of each of many mentorships; one query."""
    rows = HealthReading.objects.fresh(now).filter(mentorship__in=list(mentorships)).order_by("week")
    return {row.mentorship_id: row for row in rows}
