"""An adoption: a follower makes a step of somebody's path a goal of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from cairn.accounts.tenancy import TenantQuerySet, TenantRecord
from cairn.kernel import clock
from cairn.mentorships.goal import Goal
from cairn.stories.follow import Follow
from cairn.stories.path_step import STEP, PathStep
from cairn.stories.refusal import Refused

if TYPE_CHECKING:
    from typing import Self

    from cairn.people.person import Person


class AdoptionQuerySet(TenantQuerySet["Adoption"]):
    """Adoptions."""

    def visible_to(self, person: Person) -> Self:
        """One's own."""
        return self.filter(person=person)


class Adoption(TenantRecord):
    """The goal stands in the season of the follow, private to its owner."""

    step = models.ForeignKey("stories.PathStep", on_delete=models.PROTECT, related_name="adoptions")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    goal = models.OneToOneField("mentorships.Goal", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects: ClassVar[Any] = AdoptionQuerySet.as_manager()

    class Meta:
        ordering = ("at", "id")
        constraints = (models.UniqueConstraint(fields=("step", "person"), name="adoption_once"),)

    @classmethod
    @transaction.atomic
    def of(cls, step: PathStep, *, by: Person) -> Adoption:
        """Make it one's own, and follow with it; adopted twice is adopted once."""
        if step.kind != STEP:
            raise Refused("not_a_step", _("A setback or luck cannot be planned."))
        follow = Follow.begin(step.role_model, by=by)
        standing = cls.objects.filter(step=step, person=by).first()
        if standing is not None:
            there: Adoption = standing
            return there
        goal = Goal.set(follow.mentorship, owner=by, title=step.title, shared=False)
        made: Adoption = cls.objects.create(
            organisation_id=step.organisation_id, step=step, person=by, goal=goal, at=clock.now()
        )
        step.role_model.record("step.adopted", None, step=step.pk)
        return made
