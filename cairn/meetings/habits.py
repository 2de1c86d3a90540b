"""How somebody likes to meet: pause after a meeting, notice, meetings a day, usual length."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, ClassVar, Self
from uuid import UUID

from django.db import models

from cairn.accounts.tenancy import TenantQuerySet, TenantRecord

if TYPE_CHECKING:
    from cairn.people.person import Person

BUFFER, NOTICE, PER_DAY, MINUTES = 0, 4, 3, 30
MOST_BUFFER, MOST_NOTICE, MOST_PER_DAY = 120, 14 * 24, 12


class HabitsQuerySet(TenantQuerySet["Habits"]):
    """Habits of people."""

    def visible_to(self, person: Person) -> Self:
        """One's own."""
        return self.filter(person=person)


class Habits(TenantRecord):
    """`buffer_minutes` are kept free after every meeting, and around what other calendars hold. Nobody is
    offered a time that begins within `notice_hours`, nor one more than `per_day` meetings a day.
    """

    person = models.OneToOneField("people.Person", on_delete=models.PROTECT, related_name="+")
    buffer_minutes = models.PositiveSmallIntegerField(default=BUFFER)
    notice_hours = models.PositiveSmallIntegerField(default=NOTICE)
    per_day = models.PositiveSmallIntegerField(default=PER_DAY)
    minutes_preferred = models.PositiveSmallIntegerField(default=MINUTES)

    objects: ClassVar[Any] = HabitsQuerySet.as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(per_day__gte=1, per_day__lte=MOST_PER_DAY),
                name="habits_at_least_one_a_day",
            ),
            models.CheckConstraint(
                condition=models.Q(buffer_minutes__lte=MOST_BUFFER), name="habits_buffer_is_short"
            ),
            models.CheckConstraint(
                condition=models.Q(notice_hours__lte=MOST_NOTICE), name="habits_notice_is_short"
            ),
        )


def habits_of(people: Iterable[Person]) -> dict[UUID, Habits]:
    """Everybody's habits, the usual ones for who never said; one query."""
    people = list(people)
    said = {row.person_id: row for row in Habits.objects.filter(person__in=[each.pk for each in people])}
    usual = {
        each.pk: Habits(organisation_id=each.organisation_id, person_id=each.pk)
        for each in people
        if each.pk not in said
    }
    return {**said, **usual}
