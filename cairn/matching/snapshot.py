"""What went into a round: everybody as the engine saw them, sealed and named by its own digest.

Runs over the same people share one snapshot, so that trying ten sets of weights keeps the people once. The
text is sealed because it gathers in one place what is otherwise spread over many rows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models

from cairn.accounts.tenancy import TenantQuerySet, TenantRecord
from cairn.kernel import clock
from cairn.vault.sealed import SealedJSONField

if TYPE_CHECKING:
    from uuid import UUID

    from cairn.matching.inputs import Inputs
    from cairn.programmes.programme import Programme


class SnapshotQuerySet(TenantQuerySet["Snapshot"]):
    """Snapshots are reached through the run that used them."""


class Snapshot(TenantRecord):
    """The people of one programme at one moment; `inputs` is `Inputs.as_json()`, `digest` its SHA-256."""

    programme = models.ForeignKey("programmes.Programme", on_delete=models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64)
    inputs = SealedJSONField()
    taken_at = models.DateTimeField()

    objects: ClassVar[Any] = SnapshotQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("organisation", "programme", "digest"), name="snapshot_digest_once"
            ),
        )

    @classmethod
    def of(cls, programme: Programme, inputs: Inputs) -> Snapshot:
        """The snapshot with this content, kept already or kept now."""
        found, _ = cls.objects.get_or_create(
            organisation_id=programme.organisation_id,
            programme=programme,
            digest=inputs.digest,
            defaults={"inputs": inputs.as_json(), "taken_at": clock.now()},
        )
        return found

    def vault_owner(self) -> UUID:
        """Sealed with the organisation's key: a run outlives any one person in it."""
        return self.organisation_id

    def read(self) -> Any:
        """The plain inputs, for the engine."""
        return self.inputs
