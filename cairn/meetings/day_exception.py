"""A day that is not like the others: off, or free at hours the ordinary week does not have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.db import models

from cairn.accounts.tenancy import TenantQuerySet, TenantRecord
from cairn.people.free_hour import DAY_MINUTES

if TYPE_CHECKING:
    from cairn.people.person import Person


class DayExceptionQuerySet(TenantQuerySet["DayException"]):
    """Exceptions of people's weeks."""

    def visible_to(self, person: Person) -> Self:
        """One's own: others see only which times are offered."""
        return self.filter(person=person)


class DayException(TenantRecord):
    """Minutes of one date in the person's zone, `free` or not; a day off is 0 to 1440 not free."""

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    day = models.DateField()
    start = models.SmallIntegerField(default=0)
    end = models.SmallIntegerField(default=DAY_MINUTES)
    free = models.BooleanField(default=False)

    objects: ClassVar[Any] = DayExceptionQuerySet.as_manager()

    class Meta:
        ordering = ("day", "start", "id")
        constraints = (
            models.UniqueConstraint(fields=("person", "day", "start", "free"), name="exception_starts_once"),
            models.CheckConstraint(
                condition=models.Q(start__gte=0, start__lt=models.F("end"), end__lte=DAY_MINUTES),
                name="exception_lies_in_a_day",
            ),
        )
