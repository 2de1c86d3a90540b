"""What people say about themselves: sealed, written, withdrawn, never read back."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Self
from uuid import UUID, uuid5

from django.db import models, transaction

from cairn.accounts.tenancy import TenantQuerySet, TenantRecord
from cairn.kernel import clock
from cairn.kernel.text import fold
from cairn.vault import keys
from cairn.vault.sealed import SealedTextField

if TYPE_CHECKING:
    from cairn.people.person import Person

#: Turns a person's id into the owner of a key of its own, so that these words never share one with others.
_APART = UUID("5d1f0c8a-6b0e-4f6c-9a53-0d4b3d7f9f10")
_AT_ONCE = 5_000


class WriteOnly(AttributeError):
    """Somebody tried to read what a person said about themselves."""


class _Closed:
    """The attribute of a write-only field: takes a value, gives none."""

    def __init__(self, field: "WriteOnlyField") -> None:
        self.field = field

    def __get__(self, row: Any, owner: type | None = None) -> Any:
        if row is None:
            return self
        raise WriteOnly(self.field.name)

    def __set__(self, row: Any, value: Any) -> None:
        row.__dict__[self.field.attname] = value


class WriteOnlyField(SealedTextField):
    """A sealed text that its row does not give back; only the counting of groups opens it."""

    descriptor_class = _Closed  # type: ignore[assignment]  # closed, where Django's opens


class SelfIdentificationQuerySet(TenantQuerySet["SelfIdentification"]):
    """Rows that say that something was said, not what."""

    def visible_to(self, person: "Person") -> Self:
        """One's own, to change or withdraw."""
        return self.filter(person=person)


class SelfIdentification(TenantRecord):
    """One person's word for themselves in one dimension ("gender"), under a key used for nothing else."""

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    dimension = models.CharField(max_length=30)
    value = WriteOnlyField()
    at = models.DateTimeField(default=clock.now)

    objects: ClassVar[Any] = SelfIdentificationQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("person", "dimension"), name="self_identification_said_once"),
        )

    def __str__(self) -> str:
        return self.dimension

    def vault_owner(self) -> UUID:
        """The person's key for these words alone."""
        return key_owner(self.person_id)


def key_owner(person_id: UUID) -> UUID:
    """Whose key is dropped to erase what a person said about themselves."""
    return uuid5(_APART, str(person_id))


def opened(rows: "SelfIdentificationQuerySet") -> Iterator[tuple[SelfIdentification, str]]:
    """Rows with their folded words, for counting groups inside this room; keys of all of them in two queries.

    "Female " and "female" are one group; a row whose key was dropped is left out.
    """
    kept = list(rows)
    sealed = SelfIdentification._meta.get_field("value")
    with keys.keyring(kept):
        for row in kept:
            words = sealed.open(row.__dict__["value"], row) if row.__dict__.get("value") else None
            if words:
                yield row, fold(words)


def declare_many(*, organisation_id: UUID, said: Sequence[tuple[UUID, str, str]]) -> None:
    """Write (person id, dimension, words) down; what was said before in the same dimension is replaced."""
    for start in range(0, len(said), _AT_ONCE):
        _declare(organisation_id, said[start : start + _AT_ONCE])


@transaction.atomic
def _declare(organisation_id: UUID, said: Sequence[tuple[UUID, str, str]]) -> None:
    rows = [
        SelfIdentification(
            organisation_id=organisation_id, person_id=person, dimension=dimension, value=words
        )
        for person, dimension, words in dict.fromkeys(said)
    ]
    for dimension in {row.dimension for row in rows}:
        people = [row.person_id for row in rows if row.dimension == dimension]
        SelfIdentification.objects.filter(dimension=dimension, person__in=people).delete()
    keys.make_keys({row.vault_owner() for row in rows}, organisation_id=organisation_id)
    with keys.keyring(rows):
        SelfIdentification.objects.bulk_create(rows, batch_size=500)


def declare(person: "Person", *, dimension: str, words: str) -> None:
    """A person says something about themselves."""
    declare_many(organisation_id=person.organisation_id, said=[(person.pk, dimension, words)])


def withdraw(person: "Person", *, dimensions: Iterable[str] | None = None) -> int:
    """A person takes it back, in some dimensions or in all; how many words are gone."""
    rows = SelfIdentification.objects.filter(person=person)
    if dimensions is not None:
        rows = rows.filter(dimension__in=list(dimensions))
    gone: int = rows.delete()[0]
    return gone
