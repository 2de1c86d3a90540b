"""A meeting: people, a time that is theirs alone, and what came of it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, ClassVar, Self
from uuid import UUID

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cairn.accounts.tenancy import TenantQuerySet, TenantRecord
from cairn.journal.recording import record
from cairn.kernel import clock
from cairn.meetings import state as states
from cairn.meetings.refusal import Refused
from cairn.programmes.programme import Programme

if TYPE_CHECKING:
    from cairn.meetings.attendee import Attendee
    from cairn.mentorships.mentorship import Mentorship
    from cairn.people.person import Person

PAIR, CIRCLE, OFFICE, GROUP, WEBINAR, FLASH, LETTER = (
    "pair", "circle", "office", "group", "webinar", "flash", "letter",
)  # fmt: skip
KINDS = (PAIR, CIRCLE, OFFICE, GROUP, WEBINAR, FLASH, LETTER)
#: Anybody of the programme may take a seat.
OPEN_KINDS = (GROUP, WEBINAR)

REMIND = timedelta(hours=24)
OPENS = timedelta(minutes=10)


class MeetingQuerySet(TenantQuerySet["Meeting"]):
    """Meetings, the next one first."""

    def visible_to(self, person: Person) -> Self:
        """Those one is asked to, and those of one's programmes that have seats for whoever wants to come."""
        open_to_all = Q(
            kind__in=OPEN_KINDS, programme__in=Programme.objects.taken_part_in_by(person).values("pk")
        )
        mine = self.model.objects.filter(attendees__person=person).values("pk")
        return self.filter(Q(pk__in=mine) | open_to_all, organisation_id=person.organisation_id)

    def of_person(self, person: Person) -> Self:
        """Those one takes part in."""
        return self.filter(organisation_id=person.organisation_id, attendees__person=person)

    def of_mentorship(self, mentorship: Mentorship) -> Self:
        """All of one mentorship, whatever became of them."""
        return self.filter(organisation_id=mentorship.organisation_id, mentorship=mentorship)

    def standing(self) -> Self:
        """Booked and not over."""
        return self.filter(state__in=states.STANDING)

    def ahead(self, now: datetime) -> Self:
        """Booked, and not ended yet."""
        return self.filter(state__in=states.STANDING, ends_at__gt=now)

    def proposed(self) -> Self:
        """Times held until somebody picks one."""
        return self.filter(state=states.PROPOSED)

    def took_place(self) -> Self:
        """Held."""
        return self.filter(state__in=states.TOOK_PLACE)

    def due_reminder(self, now: datetime) -> Self:
        """Those that begin within a day and of which nobody was reminded."""
        timed = self.filter(state=states.BOOKED, starts_at__lte=now + REMIND, starts_at__gt=now)
        return timed.exclude(kind=LETTER)

    def opening(self, now: datetime) -> Self:
        """Those whose door opens: ten minutes before they begin."""
        return self.filter(state__in=states.AHEAD, starts_at__lte=now + OPENS).exclude(kind=LETTER)

    def ending(self, now: datetime) -> Self:
        """Those whose time is over and of which nobody was asked yet how it went."""
        return self.filter(state__in=states.STANDING, ends_at__lte=now, over_at__isnull=True).exclude(
            kind=LETTER
        )


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

    def tell(self, verb: str, by: Person | None, **more: object) -> None:
        """Write it into the journal; ids, codes and moments only."""
        data = {"mentorship": self.mentorship_id, "programme": self.programme_id, "kind": self.kind, **more}
        record(verb, organisation=self.organisation_id, actor=by, subject=self, data=data, privacy="P2")
