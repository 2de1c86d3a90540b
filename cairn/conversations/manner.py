"""A manner: how one person likes to talk."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

from django.db import models

from cairn.accounts.tenancy import TenantQuerySet, TenantRecord

if TYPE_CHECKING:
    from typing import Self

    from cairn.people.person import Person


class MannerQuerySet(TenantQuerySet["Manner"]):
    """Manners."""

    def visible_to(self, person: Person) -> Self:
        """One's own."""
        return self.filter(organisation_id=person.organisation_id, person=person)


class Manner(TenantRecord):
    """`shows_read`: others see how far I have read, and I see how far they have, where both say so."""

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    shows_read = models.BooleanField(default=False)

    objects: ClassVar[Any] = MannerQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("organisation", "person"), name="manner_once_per_person"),
        )

    @classmethod
    def show_read(cls, person: Person, *, on: bool) -> None:
        """Show from now on how far one has read, or no longer."""
        cls.objects.update_or_create(
            organisation_id=person.organisation_id, person=person, defaults={"shows_read": on}
        )


def showing_read(people: Iterable[UUID]) -> set[UUID]:
    """Which of these people show how far they have read; one query."""
    return set(Manner.objects.filter(person__in=people, shows_read=True).values_list("person", flat=True))
