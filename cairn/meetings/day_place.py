"""A numbered place in somebody's day: the daily limit, kept by the database and not by counting."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.db import models
from django.db.models import Q

from cairn.accounts.tenancy import TenantQuerySet, TenantRecord

if TYPE_CHECKING:
    from cairn.people.person import Person


class DayPlaceQuerySet(TenantQuerySet["DayPlace"]):
    """Places in days."""

    def visible_to(self, person: Person) -> Self:
        """One's own."""
        return self.filter(person=person)

    def standing(self, now: datetime) -> Self:
        """Booked, or held and not run out."""
        return self.filter(Q(until__isnull=True) | Q(until__gt=now))

    def lapsed(self, now: datetime) -> Self:
        """Held, and run out."""
        return self.filter(until__lte=now)


class DayPlace(TenantRecord):
    """The `number`-th meeting (from 1 to the person's limit) of a date in their zone."""

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    day = models.DateField()
    number = models.PositiveSmallIntegerField()
    meeting = models.ForeignKey("meetings.Meeting", on_delete=models.CASCADE, related_name="day_places")
    until = models.DateTimeField(null=True, blank=True, default=None)

    objects: ClassVar[Any] = DayPlaceQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("person", "day", "number"), name="day_place_once"),
            models.UniqueConstraint(fields=("person", "meeting"), name="day_place_one_a_meeting"),
            models.CheckConstraint(condition=models.Q(number__gte=1), name="day_place_from_one"),
        )
