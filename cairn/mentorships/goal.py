"""A goal: what somebody wants to reach, measured on five levels of their own (goal attainment scaling)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cairn.journal.recording import record
from cairn.kernel import clock
from cairn.mentorships.belonging import OfMentorship, OfMentorshipQuerySet
from cairn.mentorships.levels import HIGHEST, LOWEST, confidence_within, five_levels, titled, within
from cairn.mentorships.refusal import Refused
from cairn.mentorships.steps import (
    ACTIVE,
    ADJUSTED,
    AGREED,
    DONE,
    DRAFT,
    DROPPED,
    GOAL_STATES,
    GOAL_STEPS,
    LIVE_GOALS,
    PARKED,
    refuse_unless_next,
)
from cairn.vault.sealed import SealedJSONField, SealedTextField

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Self

    from cairn.mentorships.mentorship import Mentorship
    from cairn.people.person import Person

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

    @classmethod
    @transaction.atomic
    def set(
        cls,
        mentorship: Mentorship,
        *,
        owner: Person,
        title: str,
        levels: Sequence[str] = (),
        weight: int = 1,
        shared: bool = True,
        confidence: int | None = None,
        adjusts: Goal | None = None,
    ) -> Goal:
        """A goal of one's own. A private one needs nobody's word; a shared one is a draft until another
        agrees.
        """
        mentorship.lock_living(owner)
        now = clock.now()
        made: Goal = cls.objects.create(
            organisation_id=mentorship.organisation_id,
            mentorship=mentorship,
            owner=owner,
            title=titled(title),
            levels=five_levels(levels),
            weight=within(weight, 1, MOST_WEIGHT),
            shared=shared,
            state=DRAFT if shared else AGREED,
            confidence_before=confidence_within(confidence),
            adjusts=adjusts,
            set_at=now,
            moved_at=now,
        )
        made._record("goal.set", owner)
        return made

    @transaction.atomic
    def agree(self, person: Person) -> None:
        """Another member finds it good."""
        self._lock(person)
        if person.pk == self.owner_id:
            raise Refused("own_goal", _("Somebody else in this mentorship agrees to a goal of yours."))
        self._step_to(AGREED, person)

    @transaction.atomic
    def start(self, person: Person) -> None:
        """Begin with it, or take it up again."""
        self._lock_own(person)
        self._step_to(ACTIVE, person)

    @transaction.atomic
    def rate(self, person: Person, level: int) -> None:
        """Say where it stands, −2 to +2; an agreed goal begins with that."""
        self._lock_own(person)
        if self.state == AGREED:
            self._step_to(ACTIVE, person)
        refuse_unless_next("goal", self.state, DONE, steps=GOAL_STEPS)
        self.level = within(level, LOWEST, HIGHEST)
        self.moved_at = clock.now()
        self.save(update_fields=["level", "moved_at"])
        self._record("goal.moved", person, level=self.level)

    @transaction.atomic
    def finish(self, person: Person, *, level: int | None = None, confidence: int | None = None) -> None:
        """It is over: where it came to, and how sure one is of oneself now."""
        self._lock_own(person)
        self.level = self.level if level is None else within(level, LOWEST, HIGHEST)
        self.confidence_after = confidence_within(confidence)
        self._step_to(DONE, person)

    @transaction.atomic
    def adjust(self, person: Person, *, title: str, levels: Sequence[str] = ()) -> Goal:
        """Another goal takes its place; the old one stays to be read."""
        self._lock_own(person)
        self._step_to(ADJUSTED, person)
        return Goal.set(
            self.mentorship,
            owner=person,
            title=title,
            levels=levels or self.levels or (),
            weight=self.weight,
            shared=self.shared,
            confidence=self.confidence_before,
            adjusts=self,
        )

    @transaction.atomic
    def park(self, person: Person) -> None:
        """Let it rest for a while."""
        self._lock_own(person)
        self._step_to(PARKED, person)

    @transaction.atomic
    def drop(self, person: Person) -> None:
        """Let it go."""
        self._lock_own(person)
        self._step_to(DROPPED, person)

    def _lock_own(self, person: Person) -> None:
        self._lock(person)
        if person.pk != self.owner_id:
            raise Refused("not_yours", _("This goal is somebody else's."))

    def _lock(self, person: Person) -> None:
        """Read it as it is now; a goal one may not see does not exist."""
        self.mentorship.lock_living(person)
        if not Goal.objects.visible_to(person).filter(pk=self.pk).exists():
            raise Refused("not_yours", _("This goal is somebody else's."))
        self.refresh_from_db(from_queryset=Goal.objects.select_for_update())

    def _step_to(self, state: str, person: Person) -> None:
        refuse_unless_next("goal", self.state, state, steps=GOAL_STEPS)
        self.state, self.moved_at = state, clock.now()
        over = not GOAL_STEPS[state]
        self.closed_at = self.moved_at if over else None
        self.save(update_fields=["state", "moved_at", "closed_at", "level", "confidence_after"])
        if over:
            self._record("goal.closed", person, state=state, level=self.level)
        else:
            self._record("goal.moved", person, state=state)

    def _record(self, verb: str, by: Person, **more: object) -> None:
        data = {"mentorship": self.mentorship_id, **more}
        record(verb, organisation=self.organisation_id, actor=by, subject=self, data=data, privacy="P2")
