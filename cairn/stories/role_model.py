"""A role model: somebody who shows their path, setbacks and luck included, to whoever cares to follow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models, transaction
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from cairn.accounts.tenancy import TenantQuerySet, TenantRecord
from cairn.journal.recording import record
from cairn.kernel import clock
from cairn.people.block import Block
from cairn.programmes.enrolment import MENTOR, Enrolment
from cairn.programmes.programme import Programme
from cairn.stories.refusal import Refused
from cairn.stories.take_down import TakeDown

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Self

    from cairn.people.person import Person

MOST_LETTERS = 600
#: What somebody may have lived through and wish to hear about; all of it said by themselves.
EXPERIENCES = (
    "first_in_family", "career_break", "changed_field", "moved_country", "caring", "part_time", "no_degree",
    "started_over",
)  # fmt: skip


class RoleModelQuerySet(TenantQuerySet["RoleModel"]):
    """Role models."""

    def visible_to(self, person: Person) -> Self:
        """One's own, and those shown in the programmes one takes part in or looks after; never across a
        block.
        """
        here = Programme.objects.taken_part_in_by(person).values("pk")
        mine = Programme.objects.visible_to(person).values("pk")
        near = Q(programme__in=here) | Q(programme__in=mine)
        between = Q(person=person, blocked=OuterRef("person")) | Q(person=OuterRef("person"), blocked=person)
        seen = self.filter(organisation_id=person.organisation_id).exclude(
            Exists(Block.objects.filter(between))
        )
        return seen.filter(Q(person=person) | (near & Q(shown_at__isnull=False) & ~Q(TakeDown.stands())))

    def shown(self) -> Self:
        """Whose path is open, and not taken down."""
        return self.filter(Q(shown_at__isnull=False) & ~Q(TakeDown.stands()))

    def with_people(self) -> Self:
        """With who they are."""
        return self.select_related("person", "programme")


class RoleModel(TenantRecord):
    """`started` is how it began, `advice` what they would do in one's place this month. Public by design
    within the programme, as soon as it is shown; nobody but the owner sees how many follow.
    """

    programme = models.ForeignKey("programmes.Programme", on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    started = models.TextField(blank=True, default="")
    advice = models.TextField(blank=True, default="")
    experiences = models.JSONField(default=list, blank=True)
    made_at = models.DateTimeField()
    shown_at = models.DateTimeField(null=True, blank=True, default=None)

    objects: ClassVar[Any] = RoleModelQuerySet.as_manager()

    class Meta:
        ordering = ("made_at", "id")
        constraints = (
            models.UniqueConstraint(fields=("programme", "person"), name="role_model_once_a_programme"),
        )

    @classmethod
    @transaction.atomic
    def become(cls, place: Enrolment) -> RoleModel:
        """Begin to write one's path, as a mentor of a programme that has role models; seen by nobody yet."""
        if place.side != MENTOR:
            raise Refused("not_offered", _("Role models here are those who mentor."))
        made: RoleModel
        made, _new = cls.objects.get_or_create(
            programme=place.programme,
            person=place.person,
            defaults={"organisation_id": place.organisation_id, "made_at": clock.now()},
        )
        return made

    @transaction.atomic
    def describe(self, *, started: str, advice: str, experiences: Iterable[str] = ()) -> None:
        """How it began, what one would do now, and what one has lived through."""
        self.started, self.advice = started.strip()[:MOST_LETTERS], advice.strip()[:MOST_LETTERS]
        self.experiences = [each for each in EXPERIENCES if each in set(experiences)]
        self.save(update_fields=["started", "advice", "experiences"])

    @transaction.atomic
    def show(self) -> None:
        """Open it. A path without a setback discourages more than it helps, so it stays closed."""
        if not self.started:
            raise Refused("no_words", _("Say first how you started."))
        if not self.steps.filter(kind="setback").exists():
            raise Refused("no_setback", _("Add one setback first: it keeps your path within reach."))
        if self.shown_at is None:
            self.shown_at = clock.now()
            self.save(update_fields=["shown_at"])
            self.record("role_model.shown", self.person)

    @transaction.atomic
    def hide(self) -> None:
        """Close it; what was written stays."""
        if self.shown_at is not None:
            self.shown_at = None
            self.save(update_fields=["shown_at"])
            self.record("role_model.hidden", self.person)

    def record(self, verb: str, by: Person | None, **data: object) -> None:
        """Tell the journal: ids and codes."""
        data = {"programme": self.programme_id, **data}
        record(verb, organisation=self.organisation_id, actor=by, subject=self, data=data, privacy="P1")
