"""A meeting: people, a time that is theirs alone, and what came of it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cairn.accounts.tenancy import TenantRecord
from cairn.journal.recording import record
from cairn.kernel import clock
from cairn.meetings import state as states
from cairn.meetings.kinds import KINDS, PAIR
from cairn.meetings.meeting_set import MeetingQuerySet
from cairn.meetings.refusal import Refused
from cairn.programmes.timers import Timers

if TYPE_CHECKING:
    from cairn.meetings.attendee import Attendee
    from cairn.meetings.cancellation import Cancellation
    from cairn.meetings.lateness import Lateness
    from cairn.people.person import Person


class Meeting(TenantRecord):
    """`uid` and `sequence` are what calendars know it by: the sequence rises with every change of time.

    `zone` is where its hour was chosen; `mentorship` is None where people meet beside one. For letters the
    time is the week in which they are written. `by` is who booked it.
    """

    mentorship = models.ForeignKey(
        "mentorships.Mentorship",
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        default=None,
    )
    programme = models.ForeignKey(
        "programmes.Programme",
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        default=None,
    )
    kind = models.CharField(max_length=8, default=PAIR)
    state = models.CharField(max_length=12, default=states.DRAFT)
    title = models.CharField(max_length=120, blank=True, default="")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    zone = models.CharField(max_length=64, default="UTC")
    place = models.CharField(max_length=500, blank=True, default="")
    uid = models.CharField(max_length=120)
    sequence = models.PositiveIntegerField(default=0)
    series = models.ForeignKey(
        "meetings.Series",
        on_delete=models.PROTECT,
        related_name="meetings",
        null=True,
        blank=True,
        default=None,
    )
    number = models.PositiveSmallIntegerField(null=True, blank=True, default=None)
    seats = models.PositiveSmallIntegerField(null=True, blank=True, default=None)
    by = models.ForeignKey(
        "people.Person", on_delete=models.PROTECT, related_name="+", null=True, blank=True, default=None
    )
    made_at = models.DateTimeField(default=clock.now)
    held_until = models.DateTimeField(null=True, blank=True, default=None)
    over_at = models.DateTimeField(null=True, blank=True, default=None)
    held_at = models.DateTimeField(null=True, blank=True, default=None)

    objects: ClassVar[Any] = MeetingQuerySet.as_manager()

    class Meta:
        ordering = ("starts_at", "id")
        constraints = (
            models.UniqueConstraint(fields=("organisation", "uid"), name="meeting_uid_once"),
            models.UniqueConstraint(fields=("series", "number"), name="meeting_of_series_once"),
            models.CheckConstraint(condition=Q(state__in=states.STATES), name="meeting_state_known"),
            models.CheckConstraint(condition=Q(kind__in=KINDS), name="meeting_kind_known"),
            models.CheckConstraint(
                condition=Q(ends_at__gt=models.F("starts_at")), name="meeting_ends_after_it_starts"
            ),
        )
        indexes = (
            models.Index(fields=("mentorship", "state", "starts_at"), name="meeting_by_mentorship"),
            models.Index(fields=("state", "starts_at"), name="meeting_by_state"),
            models.Index(fields=("programme", "kind", "starts_at"), name="meeting_by_programme"),
        )

    def save(self, *args: Any, **kwargs: Any) -> None:
        """A meeting is known to calendars by its own id, unless another calendar named it."""
        self.uid = self.uid or str(self.pk)
        super().save(*args, **kwargs)

    @property
    def minutes(self) -> int:
        """How long it lasts."""
        return round((self.ends_at - self.starts_at).total_seconds() / 60)

    def vault_owner(self) -> UUID:
        """Whose key seals its words: the mentorship's, or its own where there is none."""
        return self.mentorship_id or self.pk

    def place_of(self, person: Person) -> Attendee | None:
        """The place of somebody in it; reads prefetched attendees."""
        return next((each for each in self.attendees.all() if each.person_id == person.pk), None)

    def others(self, person: Person) -> list[Person]:
        """Everybody else who is asked; reads prefetched attendees."""
        return [each.person for each in self.attendees.all() if each.person_id != person.pk]

    def lock(self) -> None:
        """Read the row as it is now, locked until the transaction ends."""
        self.refresh_from_db(from_queryset=type(self).objects.select_for_update())

    def go(self, to: str, *changed: str) -> None:
        """Take a step, and save what else changed; refused where the step is not one of state.STEPS."""
        if not states.may_go(self.state, to):
            raise Refused(
                "not_now", _("That is not possible with this meeting any more. Nothing was changed.")
            )
        self.state = to
        self.save(update_fields=("state", *changed))

    def record(self, verb: str, by: Person | None, **more: object) -> None:
        """Write it into the journal; ids, codes and moments only."""
        data = {"mentorship": self.mentorship_id, "programme": self.programme_id, "kind": self.kind, **more}
        record(verb, organisation=self.organisation_id, actor=by, subject=self, data=data, privacy="P2")

    def timers(self) -> Timers:
        """How long things may take in its programme."""
        return self.programme.timers() if self.programme else Timers()

    # What people do with a meeting stands in files of its own; here it is reached by the noun it belongs to.

    def take_up(self, person: Person) -> Meeting:
        """Pick this proposed time; see `proposing`."""
        from cairn.meetings.proposing import take_up  # noqa: PLC0415 - whoever acts on meetings imports them

        return take_up(self, person)

    def reschedule(self, to: datetime, *, by: Person, anywhen: bool = False) -> None:
        """Move it; see `moving`."""
        from cairn.meetings.moving import reschedule  # noqa: PLC0415 - see take_up

        reschedule(self, to, by=by, anywhen=anywhen)

    def cancel(self, *, by: Person | None) -> Cancellation:
        """Call it off; see `moving`."""
        from cairn.meetings.moving import cancel  # noqa: PLC0415 - see take_up

        return cancel(self, by=by)

    def answer(self, person: Person, said: str) -> None:
        """Accept, decline or leave open; see `attending`."""
        from cairn.meetings.attending import answer  # noqa: PLC0415 - see take_up

        answer(self, person, said)

    def run_late(self, by: Person, *, minutes: int) -> Lateness:
        """Say that one is late; see `attending`."""
        from cairn.meetings.attending import run_late  # noqa: PLC0415 - see take_up

        return run_late(self, by, minutes=minutes)

    def tap_held(self, person: Person) -> None:
        """Say "we met"; see `attending`."""
        from cairn.meetings.attending import tap_held  # noqa: PLC0415 - see take_up

        tap_held(self, person)

    def object(self, person: Person) -> None:
        """Say "it did not happen"; see `attending`."""
        from cairn.meetings.attending import object_to  # noqa: PLC0415 - see take_up

        object_to(self, person)

    def miss(self, person: Person, *, by: Person) -> None:
        """Say that somebody did not come; see `attending`."""
        from cairn.meetings.attending import miss  # noqa: PLC0415 - see take_up

        miss(self, person, by=by)

    def review(self, person: Person) -> None:
        """Somebody said how it was; see `attending`."""
        from cairn.meetings.attending import review  # noqa: PLC0415 - see take_up

        review(self, person)
