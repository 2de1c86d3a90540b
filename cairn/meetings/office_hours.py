"""Office hours: a stretch of the week in which anybody of a programme may take a short slot."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.db import models

from cairn.accounts.tenancy import TenantQuerySet, TenantRecord
from cairn.people.free_hour import DAY_MINUTES
from cairn.programmes.programme import Programme

if TYPE_CHECKING:
    from cairn.people.person import Person


class OfficeHoursQuerySet(TenantQuerySet["OfficeHours"]):
    """Office hours, as one person may see them."""

    def visible_to(self, person: Person) -> Self:
        """One's own, and those of the programmes one takes part in."""
        mine = Programme.objects.taken_part_in_by(person).values("pk")
        return self.filter(organisation_id=person.organisation_id).filter(
            models.Q(host=person) | models.Q(programme__in=mine)
        )

    def open(self) -> Self:
        """Still held."""
        return self.filter(ended_at__isnull=True)


class OfficeHours(TenantRecord):
    """Every week on `weekday` (0 is Monday) from `start` to `end` (minutes of the day in the host's zone), in
    slots of `minutes`; at most `per_week` of them are given away.
    """

    programme = models.ForeignKey("programmes.Programme", on_delete=models.PROTECT, related_name="+")
    host = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    topic = models.CharField(max_length=120, blank=True, default="")
    weekday = models.SmallIntegerField()
    start = models.SmallIntegerField()
    end = models.SmallIntegerField()
    minutes = models.PositiveSmallIntegerField(default=20)
    per_week = models.PositiveSmallIntegerField(default=2)
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True, default=None)

    objects: ClassVar[Any] = OfficeHoursQuerySet.as_manager()

    class Meta:
        ordering = ("weekday", "start", "id")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(
                    start__gte=0,
                    start__lt=models.F("end"),
                    end__lte=DAY_MINUTES,
                    weekday__gte=0,
                    weekday__lte=6,
                    minutes__gte=10,
                    per_week__gte=1,
                ),
                name="office_hours_lie_in_a_day",
            ),
        )
