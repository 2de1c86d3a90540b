"""An action: one small thing somebody will do, said as "when … then …"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cairn.journal.recording import record
from cairn.kernel import clock
from cairn.mentorships.belonging import OfMentorship, OfMentorshipQuerySet
from cairn.mentorships.refusal import Refused
from cairn.mentorships.steps import (
    ACTION_STATES,
    ACTION_STEPS,
    AGREED,
    CARRIED,
    DONE,
    DROPPED,
    OPEN,
    OPEN_ACTIONS,
    refuse_unless_next,
)
from cairn.vault.sealed import SealedTextField

if TYPE_CHECKING:
    from datetime import date
    from typing import Self

    from cairn.mentorships.goal import Goal
    from cairn.mentorships.mentorship import Mentorship
    from cairn.people.person import Person

MOST_LETTERS = 200


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

    @classmethod
    @transaction.atomic
    def set(
        cls,
        mentorship: Mentorship,
        *,
        owner: Person,
        then: str,
        when: str = "",
        due_on: date | None = None,
        goal: Goal | None = None,
        shared: bool = True,
    ) -> Action:
        """Something one will do. A step towards an agreed goal begins that goal."""
        mentorship.lock_living(owner)
        if not then.strip():
            raise Refused("no_words", _("Please write what you will do."))
        if goal is not None and (goal.mentorship_id != mentorship.pk or goal.owner_id != owner.pk):
            raise Refused("not_yours", _("This goal is somebody else's."))
        made: Action = cls.objects.create(
            organisation_id=mentorship.organisation_id,
            mentorship=mentorship,
            owner=owner,
            goal=goal,
            when=when.strip()[:MOST_LETTERS],
            then=then.strip()[:MOST_LETTERS],
            due_on=due_on,
            shared=shared,
            set_at=clock.now(),
        )
        made._record("action.set", owner)
        if goal is not None and goal.state == AGREED:
            goal.start(owner)
        return made

    @transaction.atomic
    def tick(self, person: Person) -> None:
        """It is done. Ticked twice is ticked once."""
        self._lock(person)
        if self.state != DONE:
            self._settle(DONE)
            self._record("action.done", person)

    @transaction.atomic
    def carry(self, person: Person, *, to: date | None = None) -> None:
        """Take it along to the next meeting, or to a day."""
        self._lock(person)
        refuse_unless_next("action", self.state, CARRIED, steps=ACTION_STEPS)
        self.state, self.carried, self.due_on = CARRIED, self.carried + 1, to
        self.save(update_fields=["state", "carried", "due_on"])
        self._record("action.carried", person, times=self.carried)

    @transaction.atomic
    def drop(self, person: Person) -> None:
        """Let it go, without a reason."""
        self._lock(person)
        self._settle(DROPPED)
        self._record("action.dropped", person)

    def _lock(self, person: Person) -> None:
        self.mentorship.lock_living(person)
        if person.pk != self.owner_id:
            raise Refused("not_yours", _("This is somebody else's to do."))
        self.refresh_from_db(from_queryset=Action.objects.select_for_update())

    def _settle(self, state: str) -> None:
        refuse_unless_next("action", self.state, state, steps=ACTION_STEPS)
        self.state, self.settled_at = state, clock.now()
        self.save(update_fields=["state", "settled_at"])

    def _record(self, verb: str, by: Person, **more: object) -> None:
        data = {"mentorship": self.mentorship_id, **more}
        record(verb, organisation=self.organisation_id, actor=by, subject=self, data=data, privacy="P2")
