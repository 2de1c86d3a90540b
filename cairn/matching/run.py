"""A run: one round kept, with what went in, by which rules, what came out, and everything done to it
since.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models
from django.db.models import Max

from cairn.accounts.tenancy import TenantQuerySet, TenantRecord
from cairn.programmes.format import ONE_TO_ONE, Format, kind_of

if TYPE_CHECKING:
    from typing import Self

    from cairn.people.person import Person
    from cairn.programmes.programme import Programme


class RunQuerySet(TenantQuerySet["Run"]):
    """Runs, newest last."""

    def visible_to(self, person: Person) -> Self:
        """Only coordinators of the programme see its runs."""
        from cairn.programmes.programme import Programme  # noqa: PLC0415 - the querysets of both rooms meet only here

        return self.filter(programme__in=Programme.objects.visible_to(person))

    def of_programme(self, programme: Programme) -> Self:
        """Every run of one programme."""
        return self.filter(organisation_id=programme.organisation_id, programme=programme)

    def of_format(self, format: str) -> Self:
        """Those that bring people together for one format."""
        return self.filter(format=format)

    def next_number(self) -> int:
        """One more than the highest number here; the constraint refuses a second of it."""
        return (self.aggregate(highest=Max("number"))["highest"] or 0) + 1


class Run(TenantRecord):
    """Numbered within its programme. `revision` counts the changes made by hand since it was solved.

    `rules` is the rulebook as a section of settings, `report` the engine's report of the round as first
    solved; ids and codes only.
    """

    programme = models.ForeignKey("programmes.Programme", on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    snapshot = models.ForeignKey("matching.Snapshot", on_delete=models.PROTECT, related_name="+")
    rules = models.JSONField()
    report = models.JSONField()
    seed = models.PositiveIntegerField(default=0)
    revision = models.PositiveIntegerField(default=0)
    settings_version = models.PositiveIntegerField(default=0)
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    made_at = models.DateTimeField()
    note = models.CharField(max_length=200, blank=True, default="")
    format = models.CharField(max_length=40, default=ONE_TO_ONE)

    objects: ClassVar[Any] = RunQuerySet.as_manager()

    class Meta:
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(fields=("organisation", "programme", "number"), name="run_number_once"),
        )

    def __str__(self) -> str:
        return f"run {self.number}"

    @property
    def is_latest(self) -> bool:
        """No later run of the programme exists for this format."""
        later = Run.objects.filter(programme_id=self.programme_id, format=self.format, number__gt=self.number)
        return not later.exists()

    @property
    def kind(self) -> Format:
        """The format it brings people together for."""
        return kind_of(self.format)

    def figures(self) -> dict[str, Any]:
        """The report's head: counts and sums, without the lists of people."""
        return {key: value for key, value in self.report.items() if not isinstance(value, list | dict)}
