"""A pause: a mentorship rests until a day, and then goes on by itself."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models, transaction
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cairn.kernel import clock
from cairn.mentorships.belonging import OfMentorship, OfMentorshipQuerySet
from cairn.mentorships.refusal import Refused
from cairn.vault.sealed import SealedTextField

if TYPE_CHECKING:
    from typing import Self
    from uuid import UUID

    from cairn.mentorships.mentorship import Mentorship
    from cairn.people.person import Person

LONGEST = timedelta(days=184)


class PauseQuerySet(OfMentorshipQuerySet["Pause"]):
    """Pauses."""

    def standing(self) -> Self:
        """Those that are not over."""
        return self.filter(ended_at__isnull=True)

    def due(self, on: date) -> Self:
        """Standing ones whose day has come."""
        return self.standing().filter(until__lte=on)


class Pause(OfMentorship):
    """Somebody asked for it, for a reason that is theirs alone. `until` is the day it ends; `ended_at` is set
    when it did.
    """

    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    reason = SealedTextField(blank=True)
    since = models.DateTimeField()
    until = models.DateField()
    ended_at = models.DateTimeField(null=True, blank=True, default=None)

    objects: ClassVar[Any] = PauseQuerySet.as_manager()

    class Meta:
        ordering = ("since", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("mentorship",), condition=Q(ended_at__isnull=True), name="pause_stands_once"
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True) | Q(ended_at__gte=F("since")),
                name="pause_ends_after_it_began",
            ),
        )
        indexes = (
            models.Index(fields=("until",), condition=Q(ended_at__isnull=True), name="pause_still_standing"),
        )

    def vault_owner(self) -> UUID:
        """The key of who asked: the reason is nobody else's."""
        return self.by_id

    @classmethod
    @transaction.atomic
    def begin(cls, mentorship: Mentorship, *, by: Person, until: date, reason: str = "") -> Pause:
        """Rest until a day. Nobody else reads why."""
        mentorship.lock_living(by)
        if not clock.today() < until <= clock.today() + LONGEST:
            raise Refused("pause_day", _("Choose a day within the next six months."))
        if mentorship.standing_pause():
            raise Refused("paused", _("This mentorship already rests. Nothing was changed."))
        made: Pause = cls.objects.create(
            organisation_id=mentorship.organisation_id,
            mentorship=mentorship,
            by=by,
            reason=reason.strip(),
            since=clock.now(),
            until=until,
        )
        mentorship.record("mentorship.paused", by, until=until)
        return made

    @transaction.atomic
    def end(self, by: Person | None = None) -> None:
        """Go on: somebody said so, or the day has come. Ending it twice is ending it once."""
        self.mentorship.lock(by)
        if self.stop(clock.now()):
            self.mentorship.change(heard_at=clock.now(), asked_at=None)
            self.mentorship.record("mentorship.resumed", by)

    def stop(self, at: datetime) -> bool:
        """It is over at a moment, never before it began (clocks are set back). False where it was over."""
        self.ended_at = max(at, self.since)
        return bool(Pause.objects.standing().filter(pk=self.pk).update(ended_at=self.ended_at))

    def reason_for(self, reader: Person) -> str:
        """The words, for the one who wrote them; nothing for everybody else."""
        return str(self.reason) if reader.pk == self.by_id else ""
