"""An action: one small thing somebody will do, said as "when … then …"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models
from django.db.models import Q

from cairn.mentorships.belonging import OfMentorship, OfMentorshipQuerySet
from cairn.mentorships.steps import ACTION_STATES, OPEN, OPEN_ACTIONS
from cairn.vault.sealed import SealedTextField

if TYPE_CHECKING:
    from typing import Self

    from cairn.people.person import Person


class ActionQuerySet(OfMentorshipQuerySet["Action"]):
    """Actions, the nearest first."""

    def visible_to(self, person: Person) -> Self:
        """One's own, and those a fellow member shares."""
        return super().visible_to(person).filter(Q(owner=person) | Q(shared=True))

    def open(self) -> Self:
        """Neither done nor let go."""
        return self.filter(state__in=OPEN_ACTIONS)


class Action(OfMentorship):
    """`when` is the moment that calls it ("when the Monday meeting ends"), `then` what one will do. `carried`
    counts how often it was taken along to the next meeting.
    """

    owner = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    goal = models.ForeignKey(
        "mentorships.Goal",
        on_delete=models.PROTECT,
        related_name="actions",
        null=True,
        blank=True,
        default=None,
    )
    when = SealedTextField(blank=True)
    then = SealedTextField()
    due_on = models.DateField(null=True, blank=True, default=None)
    state = models.CharField(max_length=10, choices=[(each, each) for each in ACTION_STATES], default=OPEN)
    carried = models.PositiveSmallIntegerField(default=0)
    shared = models.BooleanField(default=True)
    set_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True, blank=True, default=None)

    objects: ClassVar[Any] = ActionQuerySet.as_manager()

    class Meta:
        ordering = (models.F("due_on").asc(nulls_last=True), "set_at", "id")
        constraints = (
            models.CheckConstraint(condition=Q(state__in=ACTION_STATES), name="action_state_known"),
            models.CheckConstraint(
                condition=~Q(state="carried") | Q(carried__gte=1), name="action_carried_is_counted"
            ),
        )
        indexes = (models.Index(fields=("owner", "state", "due_on"), name="action_by_owner"),)
