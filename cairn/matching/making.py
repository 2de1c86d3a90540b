"""A run in the making: a long job with a row that says what it is doing and how far it is.

The page can be left and come back to; the row is the truth. A making that stopped telling is overdue, not
running.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from cairn.accounts.tenancy import TenantQuerySet, TenantRecord
from cairn.kernel import clock
from cairn.matching.refusal import Refused
from cairn.matching.rulebook import Rulebook
from cairn.matching.running import make_run

if TYPE_CHECKING:
    from typing import Self

    from cairn.people.person import Person
    from cairn.programmes.programme import Programme

ASKED, DONE, FAILED = "asked", "done", "failed"
STAGES = (ASKED, "reading", "solving", "explaining", "keeping", DONE, FAILED)

#: Up to so many mentees and mentors together a run is made while the person waits.
AT_ONCE = 1500
SILENCE = timedelta(minutes=5)


class MakingQuerySet(TenantQuerySet["Making"]):
    """Runs in the making."""

    def visible_to(self, person: Person) -> Self:
        """Coordinators of the programme."""
        from cairn.programmes.programme import Programme  # noqa: PLC0415 - see Run.visible_to

        return self.filter(programme__in=Programme.objects.visible_to(person).values("pk"))

    def going_on(self) -> Self:
        """Neither done nor failed, and heard of lately."""
        return self.exclude(stage__in=(DONE, FAILED)).filter(told_at__gt=clock.wall() - SILENCE)


class Making(TenantRecord):
    """`done` of `of` steps of the present stage. `fault` is a code when it failed; then nothing was kept."""

    programme = models.ForeignKey("programmes.Programme", on_delete=models.PROTECT, related_name="+")
    rules = models.JSONField()
    seed = models.PositiveIntegerField(default=0)
    note = models.CharField(max_length=200, blank=True, default="")
    stage = models.CharField(max_length=12, default=ASKED)
    done = models.PositiveIntegerField(default=0)
    of = models.PositiveIntegerField(default=0)
    fault = models.CharField(max_length=60, blank=True, default="")
    run = models.ForeignKey("matching.Run", on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    asked_at = models.DateTimeField()
    told_at = models.DateTimeField()

    objects: ClassVar[Any] = MakingQuerySet.as_manager()

    class Meta:
        ordering = ("asked_at", "id")
        constraints = (
            models.CheckConstraint(condition=models.Q(stage__in=STAGES), name="making_stage_known"),
        )

    def __str__(self) -> str:
        return self.stage

    @property
    def is_over(self) -> bool:
        """Done or failed."""
        return self.stage in {DONE, FAILED}

    @classmethod
    def ask(
        cls,
        programme: Programme,
        *,
        by: Person,
        book: Rulebook,
        note: str = "",
        seed: int = 0,
        at_once: int = AT_ONCE,
    ) -> Making:
        """Ask for a run. Small cohorts are solved at once; a large one becomes a job, and the row tells
        how far it is.
        """
        from cairn.matching.tasks import carry_on  # noqa: PLC0415 - the task runs this noun's own verb

        going_on = cls.objects.filter(programme=programme).going_on().first()
        if going_on:
            return going_on
        asked: Making = cls.objects.create(
            organisation_id=programme.organisation_id,
            programme=programme,
            rules=book.as_section(),
            seed=seed,
            note=note,
            by=by,
            asked_at=clock.now(),
            told_at=clock.wall(),
        )
        if programme.mentors().count() + programme.mentees().count() <= at_once:
            asked.carry_on()
        else:
            carry_on.enqueue(str(asked.pk))
        return asked

    def carry_on(self) -> None:
        """Make the run and tell how far it is; a fault leaves its code and nothing else."""
        if self.is_over:
            return
        try:
            run = make_run(
                self.programme,
                by=self.by,
                book=Rulebook.parse(self.rules),
                seed=self.seed,
                note=self.note,
                tell=self._tell,
            )
        except Refused as refused:
            self._end(FAILED, fault=refused.code)
        except Exception:
            self._end(FAILED, fault="broken")
            raise
        else:
            self.run = run
            self._end(DONE)

    def fault_sentence(self) -> str:
        """What happened, in words."""
        return str(_("The run could not be made with these rules. Nothing was kept.")) if self.fault else ""

    def _tell(self, stage: str, done: int, of: int) -> None:
        self.stage, self.done, self.of, self.told_at = stage, done, of, clock.wall()
        self.save(update_fields=["stage", "done", "of", "told_at"])

    def _end(self, stage: str, *, fault: str = "") -> None:
        self.stage, self.fault, self.told_at = stage, fault, clock.wall()
        self.save(update_fields=["stage", "fault", "run", "told_at"])
