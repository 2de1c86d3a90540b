"""A series: meetings that come back at the same hour of the same weekday, whatever the clocks do."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, ClassVar, Self
from zoneinfo import ZoneInfo

from django.db import models

from cairn.accounts.tenancy import TenantQuerySet, TenantRecord

if TYPE_CHECKING:
    from cairn.people.person import Person


class SeriesQuerySet(TenantQuerySet["Series"]):
    """Series of people."""

    def visible_to(self, person: Person) -> Self:
        """Those of one's own mentorships."""
        return self.filter(organisation_id=person.organisation_id, mentorship__members__person=person)


class Series(TenantRecord):
    """Every `every_weeks` weeks from `first_day` on, `count` times, at `minute` of the day in `zone`."""

    mentorship = models.ForeignKey("mentorships.Mentorship", on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    first_day = models.DateField()
    minute = models.SmallIntegerField()
    minutes = models.PositiveSmallIntegerField()
    zone = models.CharField(max_length=64)
    every_weeks = models.PositiveSmallIntegerField(default=2)
    count = models.PositiveSmallIntegerField()
    made_at = models.DateTimeField()

    objects: ClassVar[Any] = SeriesQuerySet.as_manager()

    class Meta:
        ordering = ("made_at", "id")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(every_weeks__gte=1, count__gte=1, minute__gte=0, minute__lt=24 * 60),
                name="series_comes_back",
            ),
        )

    def occurrences(self) -> Iterator[datetime]:
        """When it takes place, in UTC; the hour on the wall stays."""
        for number in range(self.count):
            yield at_wall(self.first_day + timedelta(weeks=number * self.every_weeks), self.minute, self.zone)


def at_wall(day: date, minute: int, zone: str) -> datetime:
    """The moment, in UTC, when clocks in a zone show this minute of this day. An hour that the clocks skip
    is taken as the one they jump to; of an hour that comes twice it is the first.
    """
    hour, rest = divmod(minute, 60)
    return datetime.combine(day, time(hour, rest), tzinfo=ZoneInfo(zone)).astimezone(UTC)
