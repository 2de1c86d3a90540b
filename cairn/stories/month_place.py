"""A numbered slot of an expert's month: the limit they set, kept by the database."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import models

from cairn.accounts.tenancy import TenantQuerySet, TenantRecord
from cairn.meetings.slots import zone_of

if TYPE_CHECKING:
    from typing import Self

    from cairn.people.person import Person


class MonthPlaceQuerySet(TenantQuerySet["MonthPlace"]):
    """Given slots."""

    def visible_to(self, person: Person) -> Self:
        """One's own."""
        return self.filter(person=person)


class MonthPlace(TenantRecord):
    """The `number`-th flash (from 1) of the month that begins on `month`, in the expert's zone."""

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    month = models.DateField()
    number = models.PositiveSmallIntegerField()
    flash = models.ForeignKey("stories.Flash", on_delete=models.CASCADE, related_name="month_places")

    objects: ClassVar[Any] = MonthPlaceQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("person", "month", "number"), name="month_place_once"),
        )


def month_of(person: Person, at: datetime) -> date:
    """The first day of the month a moment lies in, where somebody lives."""
    return at.astimezone(ZoneInfo(zone_of(person))).date().replace(day=1)


def given(people: Iterable[UUID], months: Iterable[date]) -> Counter[tuple[UUID, date]]:
    """How many slots of their months people have given, by (person id, month); one query."""
    rows = MonthPlace.objects.filter(person__in=list(people), month__in=list(months))
    return Counter(rows.values_list("person_id", "month"))
