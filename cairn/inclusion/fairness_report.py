"""Fairness as published: tables that stay as they are until ten people or more have changed.

Whoever may make runs could otherwise match one person by hand and read from the next table which group they
belong to. A run's tables are counted once, when it is made (`reactions.count_fairness`); pages only read.
"""

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.db import models, transaction

from cairn.accounts.tenancy import TenantQuerySet, TenantRecord
from cairn.inclusion.fairness import GroupRow, GroupTable, fits_of, tables_of
from cairn.inclusion.self_identification import SelfIdentification
from cairn.kernel import clock
from cairn.programmes.programme import Programme
from measures.suppression import K

if TYPE_CHECKING:
    from cairn.matching.run import Run
    from cairn.people.person import Person


class FairnessReportQuerySet(TenantQuerySet["FairnessReport"]):
    """Published tables."""

    def visible_to(self, person: "Person") -> Self:
        """Those of the programmes this person coordinates."""
        return self.filter(programme__in=Programme.objects.visible_to(person).values("pk"))


class FairnessReport(TenantRecord):
    """The tables of one run. `matched` are ids of those it matched, to see how many the next run changes."""

    programme = models.ForeignKey("programmes.Programme", on_delete=models.PROTECT, related_name="+")
    run = models.ForeignKey("matching.Run", on_delete=models.PROTECT, related_name="+")
    tables = models.JSONField(default=list)
    matched = models.JSONField(default=list)
    at = models.DateTimeField(default=clock.now)

    objects: ClassVar[Any] = FairnessReportQuerySet.as_manager()

    class Meta:
        ordering = ("at", "id")
        constraints = (models.UniqueConstraint(fields=("programme", "run"), name="fairness_told_once_a_run"),)

    def __str__(self) -> str:
        return str(self.pk)


@dataclass(frozen=True, slots=True)
class Fairness:
    """What a page may show. `is_older` says that the tables are those of an earlier run, number `run_number`,
    since fewer than ten people have changed.
    """

    tables: tuple[GroupTable, ...]
    run_number: int
    is_older: bool


def fairness_of(run: "Run") -> Fairness | None:
    """The tables of a run, or of the run before it that they must not be told apart from. None while nothing
    was counted yet.
    """
    reports = FairnessReport.objects.filter(programme=run.programme_id, run__number__lte=run.number)
    told = reports.select_related("run").order_by("-run__number").first()
    if told is None:
        return None
    return Fairness(
        tuple(_table(kept) for kept in told.tables), told.run.number, is_older=told.run_id != run.pk
    )


@transaction.atomic
def publish_fairness(run: "Run") -> None:
    """Count the groups of a run, unless fewer than ten people changed since the last count. Again is once."""
    Programme.objects.select_for_update().get(pk=run.programme_id)
    reports = FairnessReport.objects.filter(programme=run.programme_id)
    if reports.filter(run=run).exists():
        return
    last = reports.order_by("-at", "-id").first()
    if last is None or not _too_alike(run, last):
        _publish(run)


def _too_alike(run: "Run", last: FairnessReport) -> bool:
    """Whether fewer than ten people, counting those who said something new, have changed since."""
    matched = {person.hex for person in fits_of(run)}
    said = SelfIdentification.objects.of(run.organisation).filter(at__gt=last.at)
    return len(matched ^ set(last.matched)) + said.count() < K


def _publish(run: "Run") -> None:
    fits = fits_of(run)
    FairnessReport.objects.create(
        organisation_id=run.organisation_id,
        programme_id=run.programme_id,
        run=run,
        tables=[asdict(table) for table in tables_of(run, fits=fits)],
        matched=sorted(person.hex for person in fits),
    )


def _table(kept: dict[str, Any]) -> GroupTable:
    return GroupTable(**{**kept, "rows": tuple(GroupRow(**row) for row in kept["rows"])})
