"""An asking: one instrument put to one person, once, at its time; answering it is one screen."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from datetime import timedelta
from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cairn.accounts.tenancy import TenantQuerySet, TenantRecord
from cairn.care.answered import Answered
from cairn.care.instrument import Instrument, instrument_named
from cairn.care.refusal import Refused
from cairn.journal.recording import record
from cairn.kernel import clock
from cairn.meetings.refusal import Refused as NotNow

if TYPE_CHECKING:
    from datetime import datetime
    from typing import Self

    from cairn.people.person import Person

OPEN, ANSWERED, SKIPPED, LAPSED = "open", "answered", "skipped", "lapsed"
STATES = (OPEN, ANSWERED, SKIPPED, LAPSED)
#: How long answers stay after the end of a mentorship.
KEPT = timedelta(days=365)


class AskingQuerySet(TenantQuerySet["Asking"]):
    """Askings, the one that waits longest first."""

    def visible_to(self, person: Person) -> Self:
        """One's own; what somebody else is asked is theirs."""
        return self.filter(organisation_id=person.organisation_id, person=person)

    def waiting(self, now: datetime) -> Self:
        """Those that may be answered now."""
        return self.filter(state=OPEN, due_at__lte=now, lapses_at__gt=now)

    def stale(self, now: datetime) -> Self:
        """Those nobody answered in time."""
        return self.filter(state=OPEN, lapses_at__lte=now)

    def outworn(self, now: datetime) -> Self:
        """Of mentorships that ended longer ago than answers are kept; the answers go with them."""
        return self.filter(mentorship__closed_at__lt=now - KEPT)


class Asking(TenantRecord):
    """`moment` is when in the life of a mentorship it is asked ("meeting", "second", "mid" …), `mark` what
    makes it one of several (a meeting's id, the number of a pulse), `about` a goal where it is about one.
    """

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    mentorship = models.ForeignKey("mentorships.Mentorship", on_delete=models.PROTECT, related_name="+")
    meeting = models.ForeignKey(
        "meetings.Meeting", on_delete=models.PROTECT, related_name="+", null=True, blank=True, default=None
    )
    instrument = models.CharField(max_length=20)
    moment = models.CharField(max_length=10)
    mark = models.CharField(max_length=40, blank=True, default="")
    about = models.UUIDField(null=True, blank=True, default=None)
    side = models.CharField(max_length=10)
    state = models.CharField(max_length=8, choices=[(each, each) for each in STATES], default=OPEN)
    made_at = models.DateTimeField()
    due_at = models.DateTimeField()
    lapses_at = models.DateTimeField()

    objects: ClassVar[Any] = AskingQuerySet.as_manager()

    class Meta:
        ordering = ("due_at", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("person", "mentorship", "instrument", "moment", "mark"), name="asking_is_put_once"
            ),
            models.CheckConstraint(condition=Q(state__in=STATES), name="asking_state_is_known"),
        )
        indexes = (
            models.Index(fields=("person", "made_at"), name="asking_by_person"),
            models.Index(fields=("mentorship", "instrument", "made_at"), name="asking_by_mentorship"),
            models.Index(fields=("lapses_at",), condition=Q(state=OPEN), name="asking_still_open"),
        )

    def __str__(self) -> str:
        return f"{self.instrument} {self.moment}"

    @property
    def nature(self) -> Instrument:
        """What is asked."""
        return instrument_named(self.instrument)

    @transaction.atomic
    def answer(self, person: Person, answers: Mapping[str, Any], *, remark: str = "") -> Answered:
        """Answer it, once; a second answer within its time takes the place of the first."""
        self._lock(person)
        try:
            heard = self.nature.heard(answers)
        except ValueError as fault:
            raise Refused("off_scale", _("Please choose one of the answers offered.")) from fault
        if not heard:
            raise Refused("no_answer", _("Please choose an answer, or leave it for another time.")) from None
        made = Answered.write(self, heard, remark=remark)
        if self.state != ANSWERED:
            self._become(ANSWERED)
            self._record("check.answered", person)
            self._review(person)
        return made

    def _review(self, person: Person) -> None:
        """Whoever said how it was has reviewed the meeting; one that moved on without them stays as it is."""
        if self.meeting is not None:
            with suppress(NotNow), transaction.atomic():
                self.meeting.review(person)

    @transaction.atomic
    def skip(self, person: Person) -> None:
        """Not this time; nobody asks again, and nobody learns of it."""
        self._lock(person)
        if self.state == OPEN:
            self._become(SKIPPED)

    def _lock(self, person: Person) -> None:
        """Read it as it is now; only for whom it is, and only while it can be answered."""
        if person.pk != self.person_id:
            raise Refused("not_yours", _("This question is for somebody else."))
        self.refresh_from_db(from_queryset=Asking.objects.select_for_update())
        if self.state in {SKIPPED, LAPSED} or self.lapses_at <= clock.now():
            raise Refused("over", _("The time for this question is over. Thank you for looking."))

    def _become(self, state: str) -> None:
        self.state = state
        self.save(update_fields=["state"])

    def _record(self, verb: str, person: Person | None) -> None:
        data = {"mentorship": self.mentorship_id, "person": self.person_id, "instrument": self.instrument}
        data["meeting"] = self.meeting_id
        record(verb, organisation=self.organisation_id, actor=person, subject=self, data=data)

    def tell(self) -> None:
        """The journal learns that it is asked; who tells people does it from there."""
        self._record("check.asked", None)
