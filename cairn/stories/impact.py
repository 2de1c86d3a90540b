"""Impact: some days after a flash, the asker is asked what they did with it, and the expert reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models, transaction

from cairn.accounts.tenancy import TenantQuerySet, TenantRecord
from cairn.kernel import clock

if TYPE_CHECKING:
    from typing import Self

    from cairn.people.person import Person
    from cairn.stories.flash import Flash


class ImpactQuerySet(TenantQuerySet["Impact"]):
    """Askings, oldest first."""

    def visible_to(self, person: Person) -> Self:
        """The asker's and the expert's."""
        mine = models.Q(flash__asker=person) | models.Q(flash__expert=person)
        return self.filter(mine, organisation_id=person.organisation_id)


class Impact(TenantRecord):
    """That it was asked. The answer is a Change of the mentorship, told in the asker's own words."""

    flash = models.OneToOneField("stories.Flash", on_delete=models.PROTECT, related_name="impact")
    asked_at = models.DateTimeField()

    objects: ClassVar[Any] = ImpactQuerySet.as_manager()

    class Meta:
        ordering = ("asked_at", "id")

    @classmethod
    @transaction.atomic
    def ask(cls, flash: Flash) -> Impact:
        """Ask once."""
        made: Impact
        made, new = cls.objects.get_or_create(
            flash=flash, defaults={"organisation_id": flash.organisation_id, "asked_at": clock.now()}
        )
        if new:
            flash.record("impact.asked", None)
        return made
