"""A goal: what somebody wants to reach, measured on five levels of their own (goal attainment scaling)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models
from django.db.models import Q

from cairn.mentorships.belonging import OfMentorship, OfMentorshipQuerySet
from cairn.mentorships.steps import DRAFT, GOAL_STATES, LIVE_GOALS
from cairn.vault.sealed import SealedJSONField, SealedTextField

if TYPE_CHECKING:
    from typing import Self

    from cairn.people.person import Person

LOWEST, HIGHEST = -2, 2
MOST_WEIGHT = 3


class GoalQuerySet(OfMentorshipQuerySet["Goal"]):
    """Goals."""

    def visible_to(self, person: Person) -> Self:
        """One's own, and those a fellow member shares."""
        return super().visible_to(person).filter(Q(owner=person) | Q(shared=True))

    def live(self) -> Self:
        """Agreed or under way."""
        return self.filter(state__in=LIVE_GOALS)


class Goal(OfMentorship):
    """`levels` are five short texts from −2 (much less than expected) over 0 (as expected) to +2 (much more);
    `level` is where it stands. Confidence is 0 to 10, asked at the beginning and at the end. `adjusts` is the
    goal whose place it took.
    """

    owner = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    title = SealedTextField()
    levels = SealedJSONField(blank=True)
    weight = models.PositiveSmallIntegerField(default=1)
    state = models.CharField(max_length=10, choices=[(each, each) for each in GOAL_STATES], default=DRAFT)
    level = models.SmallIntegerField(null=True, blank=True, default=None)
    confidence_before = models.PositiveSmallIntegerField(null=True, blank=True, default=None)
    confidence_after = models.PositiveSmallIntegerField(null=True, blank=True, default=None)
    shared = models.BooleanField(default=True)
    adjusts = models.OneToOneField(
        "self", on_delete=models.PROTECT, related_name="adjusted_by", null=True, blank=True, default=None
    )
    set_at = models.DateTimeField()
    moved_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True, default=None)

    objects: ClassVar[Any] = GoalQuerySet.as_manager()

    class Meta:
        ordering = ("set_at", "id")
        constraints = (
            models.CheckConstraint(condition=Q(state__in=GOAL_STATES), name="goal_state_known"),
            models.CheckConstraint(
                condition=Q(level__isnull=True) | Q(level__range=(LOWEST, HIGHEST)), name="goal_level_of_five"
            ),
            models.CheckConstraint(condition=Q(weight__range=(1, MOST_WEIGHT)), name="goal_weight_of_three"),
            models.CheckConstraint(
                condition=(Q(confidence_before__isnull=True) | Q(confidence_before__lte=10))
                & (Q(confidence_after__isnull=True) | Q(confidence_after__lte=10)),
                name="goal_confidence_to_ten",
            ),
        )
        indexes = (models.Index(fields=("mentorship", "state"), name="goal_by_state"),)
