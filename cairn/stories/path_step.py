"""A step of somebody's path: something done, a setback, or a piece of luck."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models, transaction
from django.db.models import Max, Q
from django.utils.translation import gettext_lazy as _

from cairn.accounts.tenancy import TenantQuerySet, TenantRecord
from cairn.stories.refusal import Refused
from cairn.stories.role_model import RoleModel

if TYPE_CHECKING:
    from typing import Self

    from cairn.people.person import Person

STEP, SETBACK, LUCK = "step", "setback", "luck"
KINDS = (STEP, SETBACK, LUCK)
MOST_STEPS, MOST_LETTERS = 12, 400


class PathStepQuerySet(TenantQuerySet["PathStep"]):
    """Steps, the first first."""

    def visible_to(self, person: Person) -> Self:
        """Those of the paths this person may see."""
        return self.filter(role_model__in=RoleModel.objects.visible_to(person).values("pk"))


class PathStep(TenantRecord):
    """`when` is as its owner tells it: "2014", "at school"."""

    role_model = models.ForeignKey("stories.RoleModel", on_delete=models.CASCADE, related_name="steps")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=7, choices=[(each, each) for each in KINDS], default=STEP)
    when = models.CharField(max_length=30, blank=True, default="")
    title = models.CharField(max_length=120)
    words = models.TextField(blank=True, default="")

    objects: ClassVar[Any] = PathStepQuerySet.as_manager()

    class Meta:
        ordering = ("role_model", "position")
        constraints = (
            models.UniqueConstraint(fields=("role_model", "position"), name="path_step_place_once"),
            models.CheckConstraint(condition=Q(kind__in=KINDS), name="path_step_kind_known"),
        )

    @classmethod
    @transaction.atomic
    def lay(
        cls, role_model: RoleModel, *, kind: str, title: str, words: str = "", when: str = ""
    ) -> PathStep:
        """Lay the next stone."""
        RoleModel.objects.select_for_update().get(pk=role_model.pk)
        if kind not in KINDS or not title.strip():
            raise Refused("no_words", _("Give the step a few words."))
        if role_model.steps.count() >= MOST_STEPS:
            raise Refused("too_many", _("Twelve steps are enough: leave out what matters least."))
        last = role_model.steps.aggregate(last=Max("position"))["last"] or 0
        made: PathStep = cls.objects.create(
            organisation_id=role_model.organisation_id,
            role_model=role_model,
            position=last + 1,
            kind=kind,
            title=title.strip()[:120],
            words=words.strip()[:MOST_LETTERS],
            when=when.strip()[:30],
        )
        return made

    @transaction.atomic
    def remove(self) -> None:
        """Take the stone away; the last setback of a path that is shown stays."""
        last = not self.role_model.steps.filter(kind=SETBACK).exclude(pk=self.pk).exists()
        if self.kind == SETBACK and last and self.role_model.shown_at:
            raise Refused("no_setback", _("Your path is open: it keeps at least one setback."))
        if self.adoptions.exists():
            raise Refused("adopted", _("Somebody made this step their own, so it stays."))
        self.delete()
