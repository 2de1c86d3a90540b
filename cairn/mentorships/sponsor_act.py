"""A sponsor act: a door somebody opened. Counted, seen by the person it was for, and rated by nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cairn.journal.recording import record
from cairn.kernel import clock
from cairn.mentorships.belonging import OfMentorship, OfMentorshipQuerySet
from cairn.mentorships.refusal import Refused
from cairn.vault.sealed import SealedTextField

if TYPE_CHECKING:
    from cairn.mentorships.mentorship import Mentorship
    from cairn.people.person import Person

MOST_LETTERS = 600
KINDS = ("introduced", "project", "stage", "presentation", "recommended", "protected")


class SponsorActQuerySet(OfMentorshipQuerySet["SponsorAct"]):
    """Acts, oldest first."""


class SponsorAct(OfMentorship):
    """`by` opened the door for `of`; `taken_up_at` is set by the one it was for, once it led somewhere."""

    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    of = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=[(each, each) for each in KINDS])
    words = SealedTextField(blank=True)
    at = models.DateTimeField()
    taken_up_at = models.DateTimeField(null=True, blank=True, default=None)

    objects: ClassVar[Any] = SponsorActQuerySet.as_manager()

    class Meta:
        ordering = ("at", "id")
        constraints = (
            models.CheckConstraint(condition=Q(kind__in=KINDS), name="sponsor_act_kind_known"),
            models.CheckConstraint(condition=~Q(by=models.F("of")), name="sponsor_act_is_for_another"),
        )

    @classmethod
    @transaction.atomic
    def log(cls, mentorship: Mentorship, *, by: Person, of: Person, kind: str, words: str = "") -> SponsorAct:
        """Write down a door that was opened for somebody in the same mentorship."""
        mentorship.lock_living(by)
        if kind not in KINDS or of.pk == by.pk or mentorship.member(of) is None:
            raise Refused("no_such_act", _("Please choose what you did, and for whom."))
        made: SponsorAct = cls.objects.create(
            organisation_id=mentorship.organisation_id,
            mentorship=mentorship,
            by=by,
            of=of,
            kind=kind,
            words=words.strip()[:MOST_LETTERS],
            at=clock.now(),
        )
        record("sponsor.acted", **made.told(by))
        return made

    @transaction.atomic
    def take_up(self, person: Person) -> None:
        """The one it was for: it led somewhere."""
        self.mentorship.lock(person)
        if person.pk != self.of_id:
            raise Refused("not_yours", _("Only who it was for can say so."))
        if SponsorAct.objects.filter(pk=self.pk, taken_up_at=None).update(taken_up_at=clock.now()):
            record("sponsor.taken_up", **self.told(person))
