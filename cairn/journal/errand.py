"""An errand: one reaction owed to one target because of one entry."""

from datetime import datetime
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from cairn.kernel import clock, ids


class ErrandQuerySet(models.QuerySet["Errand"]):
    """Errands by what is still to be done about them."""

    def owed(self) -> "ErrandQuerySet":
        """Neither done nor given up."""
        return self.filter(done_at=None, dropped_at=None)

    def due(self, at: datetime) -> "ErrandQuerySet":
        """Owed, past its back-off, and not leased to a process that may still be at it."""
        return self.owed().filter(Q(leased_until=None) | Q(leased_until__lte=at), due_at__lte=at)

    def settled_before(self, moment: datetime) -> "ErrandQuerySet":
        """Done or given up before a moment."""
        return self.filter(Q(done_at__lt=moment) | Q(dropped_at__lt=moment))

    def overdue(self, since: datetime) -> "ErrandQuerySet":
        """Owed for longer than it should be; the health page counts these."""
        return self.owed().filter(owed_at__lt=since)


class Errand(models.Model):
    """Written with its entry, run after the commit, marked in the same transaction as its effect.

    Its moments are the machine's: an organisation that lives in another month does not make errands late.
    `leased_until` is set only for calls that leave the house. `dropped_at` marks one given up: in doubt and
    not to be repeated, out of attempts, or without a reaction any more; `fault` says which, as a code.
    """

    id = models.UUIDField(primary_key=True, default=ids.new, editable=False)
    entry = models.ForeignKey("journal.Entry", on_delete=models.PROTECT, related_name="+")
    reaction = models.CharField(max_length=120)
    target = models.CharField(max_length=120, blank=True, default="")
    owed_at = models.DateTimeField(default=clock.wall)
    due_at = models.DateTimeField(default=clock.wall)
    attempts = models.PositiveSmallIntegerField(default=0)
    leased_until = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)
    dropped_at = models.DateTimeField(null=True)
    fault = models.CharField(max_length=64, blank=True, default="")

    objects: ClassVar[Any] = ErrandQuerySet.as_manager()

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=("entry", "reaction", "target"), name="errand_is_owed_once"),
            models.CheckConstraint(
                condition=Q(done_at=None) | Q(dropped_at=None), name="errand_is_not_both_done_and_dropped"
            ),
        )
        indexes = (
            models.Index(
                fields=("due_at",), condition=Q(done_at=None, dropped_at=None), name="errand_still_owed"
            ),
        )

    def __str__(self) -> str:
        return f"{self.reaction} → {self.target}"
