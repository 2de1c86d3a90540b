"""Who is what to whom ("my mentor"), written down here by the rooms above that make it so."""

from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.db import models
from django.db.models import Q

from cairn.accounts.tenancy import TenantQuerySet, TenantRecord
from cairn.kernel import clock

if TYPE_CHECKING:
    from cairn.people.person import Person

MENTOR, MENTEE, PEER = "mentor", "mentee", "peer"
KINDS = (MENTOR, MENTEE, PEER)


class TieQuerySet(TenantQuerySet["Tie"]):
    """Ties, as one person may see them."""

    def visible_to(self, person: "Person") -> Self:
        """One's own, from either end."""
        return self.filter(Q(person=person) | Q(other=person))


class Tie(TenantRecord):
    """To `person`, `other` is a `kind` ("mentor"), because of `origin` (a mentorship's id), until it ends."""

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    other = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=[(kind, kind) for kind in KINDS])
    origin = models.UUIDField()
    since = models.DateTimeField(default=clock.now)
    until = models.DateTimeField(null=True, blank=True, default=None)

    objects: ClassVar[Any] = TieQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("person", "other", "kind", "origin"), name="tie_stands_once"),
            models.CheckConstraint(condition=~Q(person=models.F("other")), name="tie_is_to_somebody_else"),
        )

    def __str__(self) -> str:
        return self.kind
