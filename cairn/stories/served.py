"""What the weekly digest shows to one follower: three posts at most, one of each role model at most."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models, transaction
from django.db.models import Count

from cairn.accounts.tenancy import TenantQuerySet, TenantRecord
from cairn.kernel import clock
from cairn.stories.feed import MOST_AGE, stories_for
from cairn.stories.story import Story

if TYPE_CHECKING:
    from typing import Self
    from uuid import UUID

    from cairn.people.person import Person

MOST = 3
#: Showings are counted over so many weeks.
WEEKS = 8


class ServedQuerySet(TenantQuerySet["Served"]):
    """Showings."""

    def visible_to(self, person: Person) -> Self:
        """One's own."""
        return self.filter(person=person)


class Served(TenantRecord):
    """`week` is its Monday. The rows are also the count that keeps everybody shown."""

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    role_model = models.ForeignKey("stories.RoleModel", on_delete=models.PROTECT, related_name="+")
    story = models.ForeignKey("stories.Story", on_delete=models.PROTECT, related_name="+")
    week = models.DateField()
    position = models.PositiveSmallIntegerField()

    objects: ClassVar[Any] = ServedQuerySet.as_manager()

    class Meta:
        ordering = ("week", "position")
        constraints = (
            models.UniqueConstraint(fields=("person", "week", "role_model"), name="served_once_a_week"),
            models.UniqueConstraint(fields=("person", "week", "position"), name="served_in_order"),
        )


@transaction.atomic
def choose(person: Person) -> list[Served]:
    """Choose the week's posts for somebody who follows; chosen once a week, and nothing twice."""
    week = week_of(clock.today())
    if Served.objects.filter(person=person, week=week).exists():
        return []
    seen = set(Served.objects.filter(person=person).values_list("story_id", flat=True))
    fresh = [story for story in stories_for(person, shown=shown(week)) if story.pk not in seen]
    rows = [
        Served(
            organisation_id=person.organisation_id,
            person=person,
            role_model_id=story.role_model_id,
            story=story,
            week=week,
            position=place,
        )
        for place, story in enumerate(_one_of_each(fresh)[:MOST], start=1)
    ]
    chosen: list[Served] = Served.objects.bulk_create(rows)
    return chosen


def _one_of_each(stories: list[Story]) -> list[Story]:
    first: dict[UUID, Story] = {}
    for story in stories:
        first.setdefault(story.role_model_id, story)
    return list(first.values())


def shown(week: date) -> Counter[UUID]:
    """How often each role model was shown lately."""
    since = week - timedelta(weeks=WEEKS)
    rows = Served.objects.filter(week__gte=since).order_by().values("role_model").annotate(n=Count("pk"))
    return Counter({row["role_model"]: row["n"] for row in rows})


def week_of(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def digest_for(person: Person) -> list[Story]:
    """Read one person's posts of the week, in their order: three at most, one of each role model at most. A
    reader for the weekly letter; whatever was taken down meanwhile is left out.
    """
    rows = Served.objects.filter(person=person, week=week_of(clock.today()))
    ids = list(rows.values_list("story_id", flat=True))
    visible = Story.objects.visible_to(person).filter(pk__in=ids, posted_at__gte=clock.now() - MOST_AGE)
    found = {story.pk: story for story in visible.select_related("role_model__person")}
    return [found[each] for each in ids if each in found]
