"""An ending: how a mentorship came to a close, and who said so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models, transaction
from django.db.models import Q

from cairn.accounts.tenancy import TenantRecord
from cairn.kernel import clock
from cairn.mentorships import gathering
from cairn.mentorships.belonging import OfMentorshipQuerySet
from cairn.mentorships.member import MENTOR, Member
from cairn.mentorships.steps import CLOSED, EARLY, ENDINGS, REMATCHED
from cairn.vault.sealed import SealedTextField

if TYPE_CHECKING:
    from uuid import UUID

    from cairn.mentorships.mentorship import Mentorship
    from cairn.people.person import Person

#: How many have to stay for a circle to go on without somebody.
FEWEST = 3


class Ending(TenantRecord):
    """`by` is nobody when the house did it. Why stays with who said it; the other reads neutral words.

    `another` says whether that person wants to be matched again.
    """

    mentorship = models.OneToOneField(
        "mentorships.Mentorship", on_delete=models.PROTECT, related_name="ending"
    )
    by = models.ForeignKey(
        "people.Person", on_delete=models.PROTECT, related_name="+", null=True, blank=True, default=None
    )
    how = models.CharField(max_length=16, choices=[(each, each) for each in ENDINGS])
    reason = SealedTextField(blank=True)
    another = models.BooleanField(default=False)
    at = models.DateTimeField()

    objects: ClassVar[Any] = OfMentorshipQuerySet.as_manager()

    class Meta:
        ordering = ("at", "id")
        constraints = (models.CheckConstraint(condition=Q(how__in=ENDINGS), name="ending_how_known"),)

    def vault_owner(self) -> UUID:
        """The key of who ended it; the house gives no reasons."""
        return self.by_id or self.mentorship_id

    @classmethod
    @transaction.atomic
    def leave(
        cls, mentorship: Mentorship, *, by: Person, reason: str = "", another: bool = True
    ) -> Ending | None:
        """No-fault: one tap, no reason needed. A pair ends with it; a circle that is large enough goes on
        (None).
        """
        mentorship.lock_living(by)
        staying = Member.objects.present().filter(mentorship=mentorship).exclude(person=by)
        if _goes_on(mentorship, list(staying)):
            _let_go(mentorship, by)
            return None
        return cls.end(mentorship, how=REMATCHED if another else EARLY, by=by, reason=reason, another=another)

    @classmethod
    @transaction.atomic
    def end(
        cls,
        mentorship: Mentorship,
        *,
        how: str,
        by: Person | None = None,
        reason: str = "",
        another: bool = False,
    ) -> Ending:
        """It is over: places are free again, nobody is anybody's mentor through it any more."""
        mentorship.lock_living(by)
        now = clock.now()
        mentorship.step_to(CLOSED, closed_as=how, closed_at=now)
        pause = mentorship.standing_pause()
        if pause:
            pause.stop(now)
        gathering.give_back_places(mentorship)
        gathering.untie(mentorship, at=now)
        made: Ending = cls.objects.create(
            organisation_id=mentorship.organisation_id,
            mentorship=mentorship,
            by=by,
            how=how,
            reason=reason.strip(),
            another=another,
            at=now,
        )
        mentorship.record("mentorship.ended", by, how=how, another=another)
        return made

    def reason_for(self, reader: Person) -> str:
        """The words, for the one who wrote them; nothing for everybody else."""
        return str(self.reason) if reader.pk == self.by_id else ""


def _goes_on(mentorship: Mentorship, staying: list[Member]) -> bool:
    """Whether those who stay are still a circle: three at least, with somebody who leads where it was led."""
    led = any(each.side == MENTOR for each in mentorship.members.all())
    return len(staying) >= FEWEST and (not led or any(each.side == MENTOR for each in staying))


def _let_go(mentorship: Mentorship, person: Person) -> None:
    now = clock.now()
    Member.objects.present().filter(mentorship=mentorship, person=person).update(left_at=now)
    gathering.give_back_places(mentorship, of=person)
    gathering.untie(mentorship, at=now, person=person)
    mentorship.record("mentorship.left", person)
    waiting = mentorship.agreements.first()
    if waiting:
        waiting.settle(by=None)
