"""A change: what a coordinator did to a run by hand, and what followed from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models

from cairn.accounts.tenancy import TenantQuerySet, TenantRecord

if TYPE_CHECKING:
    from typing import Self

    from cairn.people.person import Person

LOCK, FORBID, SWAP, MATCH, RELEASE, UNDO = "lock", "forbid", "swap", "match", "release", "undo"
KINDS = (LOCK, FORBID, SWAP, MATCH, RELEASE, UNDO)


class ChangeQuerySet(TenantQuerySet["Change"]):
    """Changes, oldest first."""

    def visible_to(self, person: Person) -> Self:
        """Coordinators of the programme."""
        from cairn.matching.run import Run  # noqa: PLC0415 - see Pairing.visible_to

        return self.filter(run__in=Run.objects.visible_to(person))

    def standing(self) -> Self:
        """Changes that still hold: neither undone nor undoing."""
        undone = self.model.objects.filter(undoes__isnull=False).values("undoes_id")
        return self.exclude(kind=UNDO).exclude(pk__in=undone)


class Change(TenantRecord):
    """One revision of a run. `before` and `after` list the mentees it touched with their mentors: [[mentee,
    mentor]].

    They are person ids; a mentor of null means nobody. `asked` is what the coordinator asked for, in the same
    form.
    """

    run = models.ForeignKey("matching.Run", on_delete=models.PROTECT, related_name="changes")
    revision = models.PositiveIntegerField()
    kind = models.CharField(max_length=10)
    asked = models.JSONField(default=list)
    before = models.JSONField(default=list)
    after = models.JSONField(default=list)
    total_before = models.FloatField()
    total_after = models.FloatField()
    locks = models.JSONField(default=dict)
    exclusions = models.JSONField(default=dict)
    undoes = models.OneToOneField(
        "matching.Change", on_delete=models.PROTECT, related_name="undone_by", null=True, blank=True
    )
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects: ClassVar[Any] = ChangeQuerySet.as_manager()

    class Meta:
        ordering = ("revision",)
        constraints = (
            models.UniqueConstraint(fields=("organisation", "run", "revision"), name="change_revision_once"),
            models.CheckConstraint(condition=models.Q(kind__in=KINDS), name="change_kind_known"),
        )
