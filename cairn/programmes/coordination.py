"""Who runs a programme."""

from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.db import models

from cairn.accounts.tenancy import TenantQuerySet, TenantRecord
from cairn.kernel import clock
from cairn.programmes.programme import Programme

if TYPE_CHECKING:
    from cairn.people.person import Person


class CoordinationQuerySet(TenantQuerySet["Coordination"]):
    """Coordinations, as one person may see them."""

    def visible_to(self, person: "Person") -> Self:
        """One's own, and those of the programmes one coordinates."""
        return self.filter(
            models.Q(person=person)
            | models.Q(programme__in=Programme.objects.visible_to(person).values("pk"))
        )


class Coordination(TenantRecord):
    """One person coordinates one programme."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="coordinations")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    since = models.DateTimeField(default=clock.now, editable=False)

    objects: ClassVar[Any] = CoordinationQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("programme", "person"), name="coordination_stands_once"),
        )

    def __str__(self) -> str:
        return str(self.pk)
