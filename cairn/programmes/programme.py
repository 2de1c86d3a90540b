"""A programme, and the one document its settings live in."""

import copy
from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.db import models, transaction
from django.db.models import Count, Exists, IntegerField, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from cairn.accounts.tenancy import TenantQuerySet, TenantRecord
from cairn.journal import recording as journal
from cairn.kernel import clock
from cairn.people.role import ADMINISTRATOR, Role
from cairn.programmes import format as kinds
from cairn.programmes import timers

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cairn.people.person import Person
    from cairn.programmes.enrolment import EnrolmentQuerySet

DRAFT, OPEN, RUNNING, CLOSED = "draft", "open", "running", "closed"
STATES = (DRAFT, OPEN, RUNNING, CLOSED)


class ProgrammeQuerySet(TenantQuerySet["Programme"]):
    """Programmes, as one person may see them."""

    def visible_to(self, person: "Person") -> Self:
        """Those this person coordinates; an administrator reaches every programme of the organisation."""
        from cairn.programmes.coordination import Coordination  # noqa: PLC0415 - it points back at programme

        coordinated = Coordination.objects.filter(person=person, programme=OuterRef("pk"))
        administered = Role.objects.filter(person=person, role=ADMINISTRATOR)
        return self.filter(organisation=person.organisation_id).filter(
            Exists(coordinated) | Exists(administered)
        )

    def taken_part_in_by(self, person: "Person") -> Self:
        """Those this person is a mentor or a mentee in, and has not left."""
        from cairn.programmes.enrolment import Enrolment  # noqa: PLC0415 - it points back at programme

        places = Enrolment.objects.present().filter(person=person, programme=OuterRef("pk"))
        return self.filter(Exists(places))

    def with_counts(self) -> Self:
        """With `mentors_count` and `mentees_count`: how many are on each side now."""
        return self.annotate(mentors_count=_on_side("mentor"), mentees_count=_on_side("mentee"))


def _on_side(side: str) -> Coalesce:
    from cairn.programmes.enrolment import Enrolment  # noqa: PLC0415 - it points back at programme

    here = Enrolment.objects.present().filter(programme=OuterRef("pk"), side=side).order_by()
    counted = here.values("programme").annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)


class Programme(TenantRecord):
    """One mentoring programme of an organisation, reached at its slug."""

    name = models.CharField(max_length=200)
    slug = models.SlugField(max_length=60)
    purpose = models.TextField(blank=True, default="")
    question_set = models.ForeignKey(
        "questions.QuestionSet",
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        default=None,
    )
    state = models.CharField(max_length=8, choices=[(state, state) for state in STATES], default=DRAFT)
    made_at = models.DateTimeField(default=clock.now, editable=False)

    objects: ClassVar[Any] = ProgrammeQuerySet.as_manager()

    class Meta:
        ordering = ("name", "id")
        constraints = (
            models.UniqueConstraint(fields=("organisation", "slug"), name="programme_slug_is_unique"),
            models.CheckConstraint(condition=Q(state__in=STATES), name="programme_state_is_known"),
        )

    def __str__(self) -> str:
        return self.name

    def mentors(self) -> "EnrolmentQuerySet":
        """Enrolments of those who mentor here now."""
        return self._present("mentor")

    def mentees(self) -> "EnrolmentQuerySet":
        """Enrolments of those who seek a mentor here now."""
        return self._present("mentee")

    def _present(self, side: str) -> "EnrolmentQuerySet":
        from cairn.programmes.enrolment import Enrolment  # noqa: PLC0415 - it points back at programme

        here: EnrolmentQuerySet = Enrolment.objects.present().filter(programme=self, side=side)
        return here

    @transaction.atomic
    def describe(self, *, name: str, purpose: str, by: "Person | None") -> None:
        """Give it another name and purpose; its address stays, so that no link breaks."""
        self.name, self.purpose = name, purpose
        self.save(update_fields=("name", "purpose"))
        journal.record("programme.described", organisation=self.organisation, actor=by, subject=self)

    def settings(self) -> "ProgrammeSettings | None":
        """The version in force; None before the first revision."""
        latest: ProgrammeSettings | None = (
            ProgrammeSettings.objects.filter(programme=self).order_by("-version").first()
        )
        return latest

    def section(self, name: str) -> dict[str, Any]:
        """One room's part of the settings in force; a copy, empty where nothing was ever set."""
        latest = self.settings()
        return copy.deepcopy(latest.document.get(name, {})) if latest else {}

    def formats(self) -> "tuple[kinds.Format, ...]":
        """The kinds of mentoring it offers; one-to-one before anybody chose."""
        return kinds.chosen(self.section(kinds.SECTION))

    def format_of_rounds(self, id: str = "") -> "kinds.Format":
        """The format a round is about: the one named, if offered, else the first that has rounds."""
        offered = self.formats()
        rounds = [each for each in offered if each.has_rounds] or offered
        return next((each for each in offered if each.id == id), rounds[0])

    def choose_formats(self, ids: "Iterable[str]", *, by: "Person | None") -> "ProgrammeSettings":
        """Offer these; raises NotChoosable where it cannot."""
        return self.revise(kinds.SECTION, kinds.choice(ids), by=by)

    def timers(self) -> "timers.Timers":
        """How long things may take here; raises Senseless where the settings cannot be meant."""
        return timers.Timers.parse(self.section(timers.SECTION))

    @transaction.atomic
    def revise(self, name: str, values: dict[str, Any], *, by: "Person | None") -> "ProgrammeSettings":
        """Replace one section; the whole document becomes a new version. The same values again make none."""
        Programme.objects.select_for_update().get(pk=self.pk)
        latest = self.settings()
        document = copy.deepcopy(latest.document) if latest else {}
        if latest and document.get(name) == values:
            return latest
        document[name] = values
        made: ProgrammeSettings = ProgrammeSettings.objects.create(
            organisation_id=self.organisation_id,
            programme=self,
            version=latest.version + 1 if latest else 1,
            document=document,
            by=by,
        )
        journal.record(
            "programme.revised",
            organisation=self.organisation,
            actor=by,
            subject=self,
            data={"version": made.version, "section": name},
        )
        return made


class ProgrammeSettingsQuerySet(TenantQuerySet["ProgrammeSettings"]):
    """Versions, as one person may see them."""

    def visible_to(self, person: "Person") -> Self:
        """Those of the programmes this person coordinates."""
        return self.filter(programme__in=Programme.objects.visible_to(person).values("pk"))


class ProgrammeSettings(TenantRecord):
    """One version of all settings: {section name: {…}}. Versions are never changed, only added."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="versions")
    version = models.PositiveIntegerField()
    document = models.JSONField(default=dict)
    by = models.ForeignKey(
        "people.Person", on_delete=models.PROTECT, related_name="+", null=True, default=None
    )
    at = models.DateTimeField(default=clock.now, editable=False)

    objects: ClassVar[Any] = ProgrammeSettingsQuerySet.as_manager()

    class Meta:
        ordering = ("programme", "-version")
        constraints = (
            models.UniqueConstraint(fields=("programme", "version"), name="settings_version_is_unique"),
        )

    def __str__(self) -> str:
        return str(self.version)
