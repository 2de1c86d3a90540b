"""Two people who are never brought together, because one of them said so."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, ClassVar, Self
from uuid import UUID

from django.db import models
from django.db.models import Q

from cairn.accounts.tenancy import TenantQuerySet, TenantRecord
from cairn.kernel import clock

if TYPE_CHECKING:
    from cairn.people.person import Person


class BlockQuerySet(TenantQuerySet["Block"]):
    """Blocks, which only their maker sees."""

    def visible_to(self, person: "Person") -> Self:
        """One's own. The blocked person never learns of it, and no coordinator sees who blocked whom."""
        return self.filter(person=person)


class Block(TenantRecord):
    """`person` does not want to meet `blocked`. It works in both directions."""

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    blocked = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now, editable=False)

    objects: ClassVar[Any] = BlockQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("person", "blocked"), name="block_said_once"),
            models.CheckConstraint(
                condition=~Q(person=models.F("blocked")), name="block_is_of_somebody_else"
            ),
        )

    def __str__(self) -> str:
        return str(self.pk)


def blocks_among(people: Iterable["Person | UUID"]) -> set[tuple[UUID, UUID]]:
    """Every blocked pair with both ends among these people, in both directions; one query."""
    ids = [getattr(person, "pk", person) for person in people]
    said = Block.objects.filter(person__in=ids, blocked__in=ids).values_list("person", "blocked")
    return {pair for one, other in said for pair in ((one, other), (other, one))}
