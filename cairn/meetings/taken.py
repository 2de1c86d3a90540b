"""A quarter of an hour somebody has given away. It is what keeps two meetings from one slot.

(person, quarter) is unique in the database, so whoever comes second is refused whatever they had read before.
A time that is only held has an end (`until`): past it the row counts for nothing and is cleared away by the
next booking that meets it.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.db import models
from django.db.models import Q

from cairn.accounts.tenancy import TenantQuerySet, TenantRecord

if TYPE_CHECKING:
    from cairn.people.person import Person

#: Minutes of a quarter, and its seconds.
GRID = 15
QUARTER = GRID * 60


class TakenQuerySet(TenantQuerySet["Taken"]):
    """Given time, which others see only as times that are not offered."""

    def visible_to(self, person: Person) -> Self:
        """One's own."""
        return self.filter(person=person)

    def standing(self, now: datetime) -> Self:
        """Booked, or held and not run out."""
        return self.filter(Q(until__isnull=True) | Q(until__gt=now))

    def lapsed(self, now: datetime) -> Self:
        """Held, and run out."""
        return self.filter(until__lte=now)


class Taken(TenantRecord):
    """`quarter` counts quarters of an hour since 1970 in UTC."""

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    quarter = models.IntegerField()
    meeting = models.ForeignKey("meetings.Meeting", on_delete=models.CASCADE, related_name="taken")
    until = models.DateTimeField(null=True, blank=True, default=None)

    objects: ClassVar[Any] = TakenQuerySet.as_manager()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("person", "quarter"), name="quarter_taken_once"),)
        indexes = (models.Index(fields=("meeting",), name="taken_by_meeting"),)


def quarters(starts_at: datetime, ends_at: datetime) -> range:
    """The quarters a stretch touches."""
    return range(int(starts_at.timestamp()) // QUARTER, -(-int(ends_at.timestamp()) // QUARTER))


def moment_of(quarter: int) -> datetime:
    """When a quarter begins."""
    return datetime.fromtimestamp(quarter * QUARTER, UTC)
