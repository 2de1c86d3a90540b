"""A numbered open booking of an asker: two at once at most, kept by the database."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models
from django.db.models import Q

from cairn.accounts.tenancy import TenantQuerySet, TenantRecord

if TYPE_CHECKING:
    from typing import Self

    from cairn.people.person import Person

MOST_OPEN = 2


class OpenPlaceQuerySet(TenantQuerySet["OpenPlace"]):
    """Open bookings."""

    def visible_to(self, person: Person) -> Self:
        """One's own."""
        return self.filter(person=person)


class OpenPlace(TenantRecord):
    """Stands until the two met, missed each other, or called it off."""

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    flash = models.ForeignKey("stories.Flash", on_delete=models.CASCADE, related_name="open_places")

    objects: ClassVar[Any] = OpenPlaceQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("person", "number"), name="open_place_once"),
            models.CheckConstraint(condition=Q(number__range=(1, MOST_OPEN)), name="open_place_of_two"),
        )
