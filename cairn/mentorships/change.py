"""A change: what somebody does differently because of what they heard."""

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
CHANGED, DID = "changed", "did"
KINDS = (CHANGED, DID)


class ChangeQuerySet(OfMentorshipQuerySet["Change"]):
    """Changes, oldest first."""


class Change(OfMentorship):
    """Told to the other side: "what I changed" of a leader, or "what I did" a week after a flash meeting."""

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=8, choices=[(each, each) for each in KINDS], default=CHANGED)
    words = SealedTextField()
    at = models.DateTimeField()

    objects: ClassVar[Any] = ChangeQuerySet.as_manager()

    class Meta:
        ordering = ("at", "id")
        constraints = (
            models.CheckConstraint(condition=Q(kind__in=KINDS), name="mentorship_change_kind_known"),
        )

    @classmethod
    @transaction.atomic
    def tell(cls, mentorship: Mentorship, *, by: Person, words: str, kind: str = CHANGED) -> Change:
        """Also after the end: what somebody did with it may show later."""
        mentorship.lock(by)
        if not words.strip():
            raise Refused("no_words", _("Please write it in a sentence or two."))
        made: Change = cls.objects.create(
            organisation_id=mentorship.organisation_id,
            mentorship=mentorship,
            person=by,
            kind=kind,
            words=words.strip()[:MOST_LETTERS],
            at=clock.now(),
        )
        record("change.told", **made.told(by))
        return made
