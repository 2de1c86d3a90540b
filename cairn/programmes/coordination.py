"""Who runs a programme. Somebody always does: the last one stays until another is named."""

from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.db import models, transaction

from cairn.accounts.tenancy import TenantQuerySet, TenantRecord
from cairn.journal import recording as journal
from cairn.kernel import clock
from cairn.programmes.programme import Programme

if TYPE_CHECKING:
    from cairn.people.person import Person


class LastOne(Exception):
    """The only coordinator of a programme cannot be taken away from it."""


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

    @classmethod
    @transaction.atomic
    def begin(cls, programme: Programme, person: "Person", *, by: "Person") -> "Coordination":
        """Name somebody who runs the programme too; naming them twice is naming them once."""
        made: Coordination
        made, new = cls.objects.get_or_create(
            organisation_id=programme.organisation_id, programme=programme, person=person
        )
        if new:
            told = {"person": person.pk}
            journal.record(
                "coordination.begun",
                organisation=made.organisation_id,
                actor=by,
                subject=programme,
                data=told,
            )
        return made

    @transaction.atomic
    def end(self, *, by: "Person") -> None:
        """They run it no longer; raises LastOne where nobody else would."""
        Programme.objects.select_for_update().get(pk=self.programme_id)
        others = Coordination.objects.filter(programme=self.programme_id).exclude(pk=self.pk)
        if not others.exists():
            raise LastOne
        told = {"person": self.person_id}
        journal.record(
            "coordination.ended",
            organisation=self.organisation_id,
            actor=by,
            subject=self.programme,
            data=told,
        )
        self.delete()
