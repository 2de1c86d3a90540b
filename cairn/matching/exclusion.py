"""An exclusion: these two are never put together in this programme."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models

from cairn.accounts.tenancy import TenantQuerySet, TenantRecord
from cairn.vault.sealed import SealedTextField

if TYPE_CHECKING:
    from typing import Self
    from uuid import UUID

    from cairn.people.person import Person
    from cairn.programmes.programme import Programme


class ExclusionQuerySet(TenantQuerySet["Exclusion"]):
    """Exclusions of programmes."""

    def visible_to(self, person: Person) -> Self:
        """Coordinators of the programme."""
        from cairn.programmes.programme import Programme  # noqa: PLC0415 - see Run.visible_to

        return self.filter(programme__in=Programme.objects.visible_to(person))

    def pairs(self, programme: Programme) -> frozenset[tuple[str, str]]:
        """(mentee, mentor) as person ids, the engine's names for people."""
        rows = self.filter(programme=programme).values_list("mentee__person_id", "mentor__person_id")
        return frozenset((str(mentee), str(mentor)) for mentee, mentor in rows)


class Exclusion(TenantRecord):
    """Made by a coordinator; deleting the row undoes it. `why` may name what happened between two people:
    sealed.
    """

    programme = models.ForeignKey("programmes.Programme", on_delete=models.PROTECT, related_name="+")
    mentor = models.ForeignKey("programmes.Enrolment", on_delete=models.PROTECT, related_name="+")
    mentee = models.ForeignKey("programmes.Enrolment", on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    why = SealedTextField(blank=True)

    objects: ClassVar[Any] = ExclusionQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("organisation", "programme", "mentee", "mentor"), name="exclusion_pair_once"
            ),
        )

    def vault_owner(self) -> UUID:
        """Sealed with the organisation's key; it belongs to neither of the two."""
        return self.organisation_id
