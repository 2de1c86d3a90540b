"""The hot seat in writing: one round of five steps, each open for 72 hours or until everybody has spoken."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cairn.accounts.tenancy import TenantRecord
from cairn.kernel import clock
from cairn.mentorships.belonging import OfMentorshipQuerySet
from cairn.mentorships.refusal import Refused
from cairn.vault.sealed import SealedTextField

if TYPE_CHECKING:
    from cairn.mentorships.hot_seat import HotSeat
    from cairn.people.person import Person

MOST_LETTERS = 2000
STEPS = ("present", "clarify", "ideas", "summary", "thanks")


class Hearing(TenantRecord):
    """What one person said in one step; written again, it is replaced."""

    seat = models.ForeignKey("mentorships.HotSeat", on_delete=models.PROTECT, related_name="hearings")
    mentorship = models.ForeignKey("mentorships.Mentorship", on_delete=models.PROTECT, related_name="+")
    step = models.CharField(max_length=8, choices=[(each, each) for each in STEPS])
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    words = SealedTextField()
    at = models.DateTimeField()

    objects: ClassVar[Any] = OfMentorshipQuerySet.as_manager()

    class Meta:
        ordering = ("at", "id")
        constraints = (
            models.UniqueConstraint(fields=("seat", "step", "person"), name="hearing_once_a_step"),
            models.CheckConstraint(condition=Q(step__in=STEPS), name="hearing_step_known"),
        )

    def vault_owner(self) -> UUID:
        """The circle's key."""
        return self.mentorship_id

    @classmethod
    @transaction.atomic
    def say(cls, seat: HotSeat, *, by: Person, words: str) -> Hearing:
        """Speak in the step that is open now, where it is one's turn to."""
        from cairn.mentorships.written_round import round_of  # noqa: PLC0415 - a round is made of hearings

        seat.mentorship.lock_living(by)
        now = round_of(seat).now
        if now is None:
            raise Refused("round_over", _("This round is over. Nothing was changed."))
        if by.pk not in now.speakers:
            raise Refused("listening", _("In this step you listen."))
        if not words.strip():
            raise Refused("no_words", _("Please write it in a sentence or two."))
        said: Hearing
        said, _new = cls.objects.update_or_create(
            seat=seat,
            step=now.name,
            person=by,
            defaults={
                "organisation_id": seat.organisation_id,
                "mentorship_id": seat.mentorship_id,
                "words": words.strip()[:MOST_LETTERS],
                "at": clock.now(),
            },
        )
        seat.mentorship.record("hearing.said", by, seat=seat.pk, step=now.name)
        return said
