"""The hot seat of a circle: whose case it is this time. Who had fewest turns is next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models, transaction
from django.db.models import Count, Max, Q
from django.utils.translation import gettext_lazy as _

from cairn.journal.recording import record
from cairn.kernel import clock
from cairn.mentorships.belonging import OfMentorship, OfMentorshipQuerySet
from cairn.mentorships.member import MENTOR
from cairn.mentorships.refusal import Refused
from cairn.vault.sealed import SealedTextField

if TYPE_CHECKING:
    from uuid import UUID

    from cairn.mentorships.member import Member
    from cairn.mentorships.mentorship import Mentorship
    from cairn.people.person import Person

MOST_LETTERS = 2000


class HotSeatQuerySet(OfMentorshipQuerySet["HotSeat"]):
    """Turns, in their order."""


class HotSeat(OfMentorship):
    """One turn. `occasion` is the meeting it belongs to; a turn in writing has none and begins at `round_at`,
    step by step (see Hearing).
    """

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    case = SealedTextField(blank=True)
    occasion = models.UUIDField(null=True, blank=True, default=None)
    round_at = models.DateTimeField(null=True, blank=True, default=None)
    at = models.DateTimeField()

    objects: ClassVar[Any] = HotSeatQuerySet.as_manager()

    class Meta:
        ordering = ("mentorship", "number")
        constraints = (
            models.UniqueConstraint(fields=("mentorship", "number"), name="hot_seat_number_once"),
            models.UniqueConstraint(
                fields=("mentorship", "occasion"),
                condition=Q(occasion__isnull=False),
                name="hot_seat_once_a_meeting",
            ),
        )

    @classmethod
    @transaction.atomic
    def take(
        cls,
        mentorship: Mentorship,
        *,
        by: Person,
        case: str = "",
        occasion: UUID | None = None,
        in_writing: bool = False,
    ) -> HotSeat:
        """One's turn, at a meeting or as a round in writing."""
        mentorship.lock_living(by)
        if occasion and cls.objects.filter(mentorship=mentorship, occasion=occasion).exists():
            raise Refused("seat_taken", _("Somebody else has the hot seat at this meeting."))
        latest = cls.objects.filter(mentorship=mentorship).last()
        now = clock.now()
        made: HotSeat = cls.objects.create(
            organisation_id=mentorship.organisation_id,
            mentorship=mentorship,
            person=by,
            number=latest.number + 1 if latest else 1,
            case=case.strip()[:MOST_LETTERS],
            occasion=occasion,
            round_at=now if in_writing else None,
            at=now,
        )
        record("seat.taken", **made.told(by))
        return made


@dataclass(frozen=True, slots=True)
class Turn:
    """How often somebody had the hot seat; `is_next` for who is first in line."""

    member: Member
    times: int
    is_next: bool = False


def turns_of(mentorship: Mentorship) -> list[Turn]:
    """The line for the hot seat: who had fewest turns first, then whose last one is longest ago. Who leads
    the circle does not stand in it.
    """
    counted = HotSeat.objects.filter(mentorship=mentorship).order_by().values("person_id")
    had = {row["person_id"]: row for row in counted.annotate(times=Count("pk"), last=Max("number"))}
    nothing = {"times": 0, "last": 0}
    there = [member for member in mentorship.present() if member.side != MENTOR]
    line = [(had.get(member.person_id, nothing), member) for member in there]
    line.sort(key=lambda each: (each[0]["times"], each[0]["last"], each[1].pk))
    return [Turn(member, row["times"], is_next=place == 0) for place, (row, member) in enumerate(line)]
