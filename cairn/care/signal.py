"""A signal: something in a mentorship that people may want to look at, long before it is too late."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models, transaction
from django.db.models import Q

from cairn.accounts.tenancy import TenantQuerySet, TenantRecord
from cairn.care.causes import CAUSES, CODES, Cause
from cairn.care.notes import TELL
from cairn.journal.recording import record
from cairn.kernel import clock
from cairn.mentorships.member import Member
from cairn.programmes.programme import Programme

if TYPE_CHECKING:
    from typing import Self

    from cairn.people.person import Person


#: How long a signal stays that is solved.
KEPT = timedelta(days=365)


class SignalQuerySet(TenantQuerySet["Signal"]):
    """Signals, oldest first."""

    def visible_to(self, person: Person) -> Self:
        """Those of one's own mentorships that are for everybody there or for oneself; as a coordinator those
        one was told of, unless one leads somebody who is in it: a line manager learns of nothing.
        """
        mine = Member.objects.present().filter(person=person).values("mentorship_id")
        for_me = Q(mentorship__in=mine) & (Q(person=None) | Q(person=person))
        return self.filter(Q(pk__in=self.for_lead(person).values("pk")) | for_me).filter(
            organisation_id=person.organisation_id
        )

    def for_lead(self, person: Person) -> Self:
        """Those a coordinator was told of."""
        coordinated = Programme.objects.visible_to(person).values("pk")
        led = Member.objects.filter(person__manager=person).values("mentorship_id")
        told = self.filter(organisation_id=person.organisation_id, lead_told_at__isnull=False)
        return told.filter(programme__in=coordinated).exclude(mentorship__in=led)

    def standing(self) -> Self:
        """Whose cause is there still."""
        return self.filter(solved_at__isnull=True)

    def untold(self) -> Self:
        """Those its people have not been told of yet."""
        return self.standing().filter(pair_told_at__isnull=True)

    def outworn(self, now: datetime) -> Self:
        """Solved longer ago than they are kept; what was done about them goes too."""
        return self.filter(solved_at__lt=now - KEPT)

    def of_programme(self, programme: Programme) -> Self:
        return self.filter(programme=programme)


class Signal(TenantRecord):
    """`code` is one of the twelve, `person` whom it is about or for, where it is one of them. Raised in the
    night, its people are told by the minutes after it, the coordinator later if it stands; `solved_at` is
    when its cause was found gone. `wish` is what somebody chose who was asked what would help.
    """

    mentorship = models.ForeignKey("mentorships.Mentorship", on_delete=models.PROTECT, related_name="+")
    programme = models.ForeignKey("programmes.Programme", on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=4)
    person = models.ForeignKey(
        "people.Person", on_delete=models.PROTECT, related_name="+", null=True, blank=True, default=None
    )
    wish = models.CharField(max_length=20, blank=True, default="")
    raised_at = models.DateTimeField()
    pair_told_at = models.DateTimeField(null=True, blank=True, default=None)
    lead_told_at = models.DateTimeField(null=True, blank=True, default=None)
    solved_at = models.DateTimeField(null=True, blank=True, default=None)

    objects: ClassVar[Any] = SignalQuerySet.as_manager()

    class Meta:
        ordering = ("raised_at", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("mentorship", "code"), condition=Q(solved_at__isnull=True), name="signal_stands_once"
            ),
            models.CheckConstraint(condition=Q(code__in=CODES), name="signal_code_is_known"),
            models.CheckConstraint(
                condition=Q(lead_told_at__isnull=True) | Q(pair_told_at__isnull=False),
                name="signal_pair_is_told_first",
            ),
        )
        indexes = (
            models.Index(
                fields=("programme", "lead_told_at"),
                condition=Q(solved_at__isnull=True),
                name="signal_standing",
            ),
            models.Index(
                fields=("organisation", "raised_at"),
                condition=Q(pair_told_at__isnull=True, solved_at__isnull=True),
                name="signal_untold",
            ),
            models.Index(fields=("mentorship", "solved_at"), name="signal_by_mentorship"),
            models.Index(fields=("programme", "code", "solved_at"), name="signal_by_code"),
        )

    def __str__(self) -> str:
        return self.code

    @property
    def cause(self) -> Cause:
        """What its code means."""
        return CAUSES[self.code]

    @transaction.atomic
    def tell_pair(self) -> None:
        """Its people are told: the entry owes the letters. Twice is once."""
        fresh = Signal.objects.standing().filter(pk=self.pk, pair_told_at__isnull=True)
        if fresh.update(pair_told_at=clock.now()):
            self.refresh_from_db(fields=["pair_told_at"])
            self._record("signal.raised")

    @transaction.atomic
    def tell_lead(self, by: Person | None = None) -> None:
        """The coordinator finds it in the rescue queue from now on. Twice is once."""
        fresh = Signal.objects.standing().filter(pk=self.pk, lead_told_at__isnull=True)
        if fresh.update(lead_told_at=clock.now()):
            self.refresh_from_db(fields=["lead_told_at"])
            self._record("signal.told", by)

    @transaction.atomic
    def solve(self, at: datetime | None = None) -> None:
        """Its cause is gone. Twice is once."""
        if Signal.objects.standing().filter(pk=self.pk).update(solved_at=at or clock.now()):
            self.refresh_from_db(fields=["solved_at", "pair_told_at"])
            if self.pair_told_at:
                self._record("signal.solved")

    @transaction.atomic
    def choose(self, person: Person, wish: str) -> None:
        """Somebody says what would help; only "tell" brings it before the coordinator, at once."""
        Signal.objects.filter(pk=self.pk).update(wish=wish)
        self.wish = wish
        if wish == TELL:
            self.tell_lead(person)

    def _record(self, verb: str, by: Person | None = None) -> None:
        data = {"mentorship": self.mentorship_id, "code": self.code, "person": self.person_id}
        record(verb, organisation=self.organisation_id, actor=by, subject=self, data=data)
