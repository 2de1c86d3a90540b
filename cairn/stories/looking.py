"""What somebody would like to hear about from people who lived it; said by themselves."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models

from cairn.accounts.tenancy import TenantQuerySet, TenantRecord
from cairn.stories.role_model import EXPERIENCES

if TYPE_CHECKING:
    from typing import Self

    from cairn.people.person import Person


class LookingQuerySet(TenantQuerySet["Looking"]):
    """Wishes for shared experience."""

    def visible_to(self, person: Person) -> Self:
        """One's own, and nobody else's."""
        return self.filter(person=person)


class Looking(TenantRecord):
    """`experiences` are codes of role_model.EXPERIENCES."""

    person = models.OneToOneField("people.Person", on_delete=models.PROTECT, related_name="+")
    experiences = models.JSONField(default=list, blank=True)

    objects: ClassVar[Any] = LookingQuerySet.as_manager()

    @classmethod
    def say(cls, person: Person, experiences: Iterable[str]) -> Looking:
        """From now on; none is none."""
        chosen = [each for each in EXPERIENCES if each in set(experiences)]
        said: Looking
        said, _new = cls.objects.update_or_create(
            person=person,
            defaults={"organisation_id": person.organisation_id, "experiences": chosen},
        )
        return said


def looked_for(person: Person) -> list[str]:
    """What this person wants to hear about."""
    said = Looking.objects.filter(person=person).first()
    return list(said.experiences) if said else []
