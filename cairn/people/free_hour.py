"""When people are free in an ordinary week, in their own zone."""

from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, ClassVar, Self
from uuid import UUID

from django.db import models

from cairn.accounts.tenancy import TenantQuerySet, TenantRecord

if TYPE_CHECKING:
    from cairn.people.person import Person

DAY_MINUTES = 24 * 60


class FreeHourQuerySet(TenantQuerySet["FreeHour"]):
    """Free hours, as one person may see them."""

    def visible_to(self, person: "Person") -> Self:
        """Those of the people this person may see."""
        from cairn.people.person import Person  # noqa: PLC0415 - keeps the two files importable in any order

        return self.filter(person__in=Person.objects.visible_to(person).values("pk"))


class FreeHour(TenantRecord):
    """A stretch of a weekday in the person's zone: 0 is Monday; `start` and `end` are minutes, 0–1440."""

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    weekday = models.SmallIntegerField()
    start = models.SmallIntegerField()
    end = models.SmallIntegerField()

    objects: ClassVar[Any] = FreeHourQuerySet.as_manager()

    class Meta:
        ordering = ("person", "weekday", "start")
        constraints = (
            models.UniqueConstraint(fields=("person", "weekday", "start"), name="free_hour_starts_once"),
            models.CheckConstraint(
                condition=models.Q(weekday__gte=0, weekday__lte=6), name="free_hour_weekday_is_real"
            ),
            models.CheckConstraint(
                condition=models.Q(start__gte=0, start__lt=models.F("end"), end__lte=DAY_MINUTES),
                name="free_hour_lies_in_a_day",
            ),
        )

    def __str__(self) -> str:
        return f"{self.weekday} {self.start}-{self.end}"


def hours_for(people: Iterable["Person | UUID"]) -> dict[UUID, list[FreeHour]]:
    """The free hours of many people at once, Monday first: {person id: [hour, …]}, one query."""
    ids = [getattr(person, "pk", person) for person in people]
    hours: dict[UUID, list[FreeHour]] = defaultdict(list)
    for hour in FreeHour.objects.filter(person__in=ids):
        hours[hour.person_id].append(hour)
    return dict(hours)
