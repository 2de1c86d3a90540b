"""An envelope: one letter to one person, with one notice in it or several."""

from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.db import models

from cairn.accounts.tenancy import TenantQuerySet, TenantRecord
from cairn.journal.recording import record
from cairn.kernel import clock
from cairn.notices.kind import CLASSES

if TYPE_CHECKING:
    from cairn.people.person import Person


class EnvelopeQuerySet(TenantQuerySet["Envelope"]):
    """Letters, as they were closed."""

    def visible_to(self, person: "Person") -> Self:
        """One's own."""
        return self.filter(organisation_id=person.organisation_id, person=person)

    def to(self, person: "Person", *, cls: str) -> Self:
        """Those of one class to one person, newest first."""
        return self.filter(person=person, cls=cls).order_by("-sealed_at")


class Envelope(TenantRecord):
    """Closed in the transaction that decided what goes in; the errand of its journal entry carries it out.

    So it leaves once, whatever dies: the errand's lease is committed before the mail server is spoken to.
    """

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    cls = models.CharField(max_length=1)
    sealed_at = models.DateTimeField()

    objects: ClassVar[Any] = EnvelopeQuerySet.as_manager()

    class Meta:
        ordering = ("sealed_at", "id")
        constraints = (
            models.CheckConstraint(condition=models.Q(cls__in=CLASSES), name="envelope_class_is_known"),
        )
        indexes = (models.Index(fields=("person", "cls", "sealed_at"), name="envelope_by_person"),)

    def __str__(self) -> str:
        return f"{self.cls} {self.sealed_at:%Y-%m-%d %H:%M}"

    @classmethod
    def seal(cls, person: "Person", kind: str) -> "Envelope":
        """A new one of this class, sealed now; within the transaction that fills it."""
        made: Envelope = cls.objects.create(
            organisation_id=person.organisation_id, person=person, cls=kind, sealed_at=clock.now()
        )
        record(
            "letter.sealed",
            organisation=person.organisation_id,
            actor=None,
            subject=made,
            data={"class": kind, "person": person.pk},
        )
        return made
