"""When people are busy elsewhere, as their other calendars say; written by whoever reads those."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.db import models

from cairn.accounts.tenancy import TenantQuerySet, TenantRecord

if TYPE_CHECKING:
    from cairn.people.person import Person


class BusyQuerySet(TenantQuerySet["Busy"]):
    """Busy times, which nobody but their owner sees: others see only that a time is not offered."""

    def visible_to(self, person: Person) -> Self:
        """One's own."""
        return self.filter(person=person)


class Busy(TenantRecord):
    """A stretch somebody is not free, without what it is. `source` names the calendar it was read from,
    `uid` the entry there.
    """

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    source = models.CharField(max_length=80)
    uid = models.CharField(max_length=255, blank=True, default="")

    objects: ClassVar[Any] = BusyQuerySet.as_manager()

    class Meta:
        ordering = ("starts_at", "id")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("starts_at")), name="busy_ends_after_it_starts"
            ),
        )
        indexes = (
            models.Index(fields=("person", "ends_at"), name="busy_by_end"),
            models.Index(fields=("person", "source", "uid"), name="busy_by_source"),
        )
