"""A kind of letter somebody does not want."""

from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.db import models

from cairn.accounts.tenancy import TenantQuerySet, TenantRecord
from cairn.kernel import clock

if TYPE_CHECKING:
    from cairn.people.person import Person


class MuteQuerySet(TenantQuerySet["Mute"]):
    """Mutes, which only their owner sees."""

    def visible_to(self, person: "Person") -> Self:
        """One's own."""
        return self.filter(organisation_id=person.organisation_id, person=person)


class Mute(TenantRecord):
    """No letter of this kind to this person; under Notices it still stands."""

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=40)
    at = models.DateTimeField(default=clock.now, editable=False)

    objects: ClassVar[Any] = MuteQuerySet.as_manager()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("person", "kind"), name="mute_said_once"),)

    def __str__(self) -> str:
        return self.kind

    @classmethod
    def say(cls, person: "Person", kind: str) -> None:
        """Switch a kind off; saying it twice is saying it once."""
        cls.objects.get_or_create(organisation_id=person.organisation_id, person=person, kind=kind)

    @classmethod
    def take_back(cls, person: "Person", kind: str) -> None:
        """Switch it on again."""
        cls.objects.filter(person=person, kind=kind).delete()


def mutes_of(person: "Person") -> frozenset[str]:
    """The kinds this person switched off."""
    return frozenset(Mute.objects.filter(person=person).values_list("kind", flat=True))
