"""A mentorship: two or more people who said yes to each other, from that day to the goodbye."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cairn.accounts.tenancy import TenantRecord
from cairn.journal.recording import record
from cairn.kernel import clock
from cairn.mentorships import gathering
from cairn.mentorships.member import Member
from cairn.mentorships.mentorship_set import MentorshipQuerySet
from cairn.mentorships.pause import Pause
from cairn.mentorships.refusal import Refused
from cairn.mentorships.steps import (
    CLOSED,
    CLOSING,
    ENDINGS,
    FORMING,
    MENTORSHIP_STEPS,
    STATES,
    WORKING,
    refuse_unless_next,
)
from cairn.programmes.format import Format, format_named, formats

if TYPE_CHECKING:
    from cairn.people.person import Person
    from cairn.programmes.enrolment import Enrolment
    from cairn.programmes.programme import Programme

ONE_TO_ONE = "one-to-one"


class Mentorship(TenantRecord):
    """What began when both accepted. `origin` is the proposal it grew from, so that it can begin only once.

    `heard_at` is the last sign of life (a meeting, or "we go on"), `asked_at` when the house asked after a
    long silence. `term` counts renewals. A pause lies across the states as a row of its own.
    """

    programme = models.ForeignKey("programmes.Programme", on_delete=models.PROTECT, related_name="+")
    format = models.CharField(max_length=40, default=ONE_TO_ONE)
    origin = models.UUIDField()
    begun_at = models.DateTimeField()
    state = models.CharField(max_length=8, choices=[(each, each) for each in STATES], default=FORMING)
    term = models.PositiveSmallIntegerField(default=1)
    ends_on = models.DateField(null=True, blank=True, default=None)
    times_met = models.PositiveSmallIntegerField(default=0)
    met_at = models.DateTimeField(null=True, blank=True, default=None)
    heard_at = models.DateTimeField(null=True, blank=True, default=None)
    asked_at = models.DateTimeField(null=True, blank=True, default=None)
    closed_as = models.CharField(max_length=16, blank=True, default="")
    closed_at = models.DateTimeField(null=True, blank=True, default=None)

    objects: ClassVar[Any] = MentorshipQuerySet.as_manager()

    class Meta:
        ordering = ("begun_at", "id")
        constraints = (
            models.UniqueConstraint(fields=("organisation", "origin"), name="mentorship_origin_once"),
            models.CheckConstraint(condition=Q(state__in=STATES), name="mentorship_state_known"),
            models.CheckConstraint(
                condition=Q(state=CLOSED, closed_as__in=ENDINGS, closed_at__isnull=False)
                | (~Q(state=CLOSED) & Q(closed_as="", closed_at__isnull=True)),
                name="mentorship_closed_says_how",
            ),
        )
        indexes = (
            models.Index(fields=("organisation", "programme", "state"), name="mentorship_by_state"),
            models.Index(fields=("state", "ends_on"), name="mentorship_by_last_day"),
        )

    @classmethod
    def begin(
        cls,
        *,
        mentor: Enrolment,
        mentee: Enrolment,
        origin: UUID,
        by: Person | None = None,
        format: str = "",
    ) -> Mentorship:
        """Begin in the places held for `origin`, or in free ones; raises Full where somebody has none."""
        members = ((mentor, mentor.side), (mentee, mentee.side))
        return cls.gather(mentor.programme, members=members, origin=origin, by=by, format=format)

    @classmethod
    @transaction.atomic
    def gather(
        cls,
        programme: Programme,
        *,
        members: Sequence[tuple[Enrolment, str]],
        origin: UUID,
        by: Person | None = None,
        format: str = "",
    ) -> Mentorship:
        """Bring any number of people together, each on a side; raises Full where somebody has no place. One
        question, or following somebody, takes nobody's place.
        """
        kind = format_named(format) if format else programme.formats()[0]
        begun_at = clock.now()
        made: Mentorship = cls.objects.create(
            organisation_id=programme.organisation_id,
            programme=programme,
            format=kind.id,
            origin=origin,
            begun_at=begun_at,
            state=FORMING if kind.has("agreement") else WORKING,
            ends_on=begun_at.date() + timedelta(weeks=kind.term_weeks) if kind.term_weeks else None,
        )
        if kind.takes_places:
            gathering.take_places(made, [enrolment for enrolment, _side in members])
        gathering.tie_together(made, gathering.seat(made, members))
        gathering.open_thread(made, [enrolment for enrolment, _side in members])
        gathering.prefill(made)
        made.record(
            "mentorship.begun", by, programme=made.programme_id, origin=made.origin, format=made.format
        )
        return made

    @property
    def kind(self) -> Format:
        """Its format; one whose file was taken away is lived on as the plainest."""
        return formats().get(self.format) or format_named(ONE_TO_ONE)

    def has(self, trait: str) -> bool:
        """Whether its format behaves so: "goals", "hot_seat" …"""
        return self.kind.has(trait)

    def standing_pause(self) -> Pause | None:
        """The pause it is in, if any."""
        found: Pause | None = Pause.objects.standing().filter(mentorship=self).first()
        return found

    def present(self) -> list[Member]:
        """Who is in it now, with their names; reads prefetched members."""
        return [member for member in self.members.all() if member.left_at is None]

    def member(self, person: Person) -> Member | None:
        """One person's place now."""
        return next((each for each in self.present() if each.person_id == person.pk), None)

    def others(self, person: Person) -> list[Person]:
        """Everybody else who is in it now."""
        return [each.person for each in self.present() if each.person_id != person.pk]

    def vault_owner(self) -> UUID:
        """Its own key, under which the words of everything in it stand."""
        owner: UUID = self.pk
        return owner

    def lock(self, person: Person | None) -> None:
        """Read the row as it is now, locked until the transaction ends; only for who takes part, or the house
        (None).
        """
        if (
            person is not None
            and not Member.objects.present().filter(mentorship=self, person=person).exists()
        ):
            raise Refused("not_yours", _("You are not part of this mentorship."))
        self.refresh_from_db(from_queryset=type(self).objects.select_for_update())

    def lock_living(self, person: Person | None) -> None:
        """The same, where something that has ended is not to be changed."""
        self.lock(person)
        if self.state == CLOSED:
            raise Refused("closed", _("This mentorship has ended. Nothing was changed."))

    def step_to(self, state: str, **values: Any) -> None:
        """Take a legal step, or refuse it; the caller holds the lock and tells the journal."""
        refuse_unless_next("mentorship", self.state, state, steps=MENTORSHIP_STEPS)
        self.change(state=state, **values)

    def change(self, **values: Any) -> None:
        """Write some fields."""
        for name, value in values.items():
            setattr(self, name, value)
        self.save(update_fields=list(values))

    def agree_on(self, *, last_day: date | None) -> None:
        """Everybody said yes to an agreement; the caller holds the lock. The first makes it work."""
        self.change(ends_on=last_day, heard_at=clock.now(), asked_at=None)
        if self.state == FORMING:
            self.step_to(WORKING)

    @transaction.atomic
    def go_on(self, person: Person) -> None:
        """Somebody says that it goes on, though they have not met for long."""
        self.lock_living(person)
        self.change(heard_at=clock.now(), asked_at=None)
        self.record("mentorship.continued", person)

    @transaction.atomic
    def ask_whether_it_goes_on(self) -> None:
        """After a long silence; asked once, until somebody is heard again."""
        self.lock(None)
        if self.state != CLOSED and self.asked_at is None:
            self.change(asked_at=clock.now())
            self.record("mentorship.asked", None)

    @transaction.atomic
    def begin_closing(self, by: Person | None = None) -> None:
        """The time of goodbye begins: because the last day is near, or because somebody wants to wrap up."""
        self.lock(by)
        self.step_to(CLOSING)
        self.record("mentorship.closing", by)

    @transaction.atomic
    def met(self, at: datetime) -> None:
        """A meeting was held; called once for each by who keeps the meetings. A silence is over."""
        self.lock(None)
        latest = max(at, self.met_at or at)
        self.change(times_met=self.times_met + 1, met_at=latest, heard_at=latest, asked_at=None)

    def record(self, verb: str, by: Person | None, **data: object) -> None:
        """Tell the journal."""
        record(verb, organisation=self.organisation_id, actor=by, subject=self, data=data, privacy="P2")
