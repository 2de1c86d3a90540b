"""A pledge: something one side promises the other. Today there is one: I shall not cancel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models, transaction
from django.db.models import Q

from cairn.journal.recording import record
from cairn.kernel import clock
from cairn.mentorships.belonging import OfMentorship, OfMentorshipQuerySet

if TYPE_CHECKING:
    from cairn.mentorships.mentorship import Mentorship
    from cairn.people.person import Person

NO_CANCEL = "no_cancel"
KINDS = (NO_CANCEL,)


class PledgeQuerySet(OfMentorshipQuerySet["Pledge"]):
    """Pledges."""


class Pledge(OfMentorship):
    """Who pledged not to cancel may move a meeting once, and then keeps it."""

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=[(each, each) for each in KINDS], default=NO_CANCEL)
    at = models.DateTimeField()

    objects: ClassVar[Any] = PledgeQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("mentorship", "person", "kind"), name="pledge_given_once"),
            models.CheckConstraint(condition=Q(kind__in=KINDS), name="pledge_kind_known"),
        )

    @classmethod
    @transaction.atomic
    def give(cls, mentorship: Mentorship, *, by: Person, kind: str = NO_CANCEL) -> Pledge:
        """Promise it; promised twice is promised once."""
        mentorship.lock_living(by)
        pledge: Pledge
        pledge, new = cls.objects.get_or_create(
            mentorship=mentorship,
            person=by,
            kind=kind,
            defaults={"organisation_id": mentorship.organisation_id, "at": clock.now()},
        )
        if new:
            record("pledge.given", **pledge.told(by))
        return pledge


def pledged(mentorship: Mentorship, person: Person) -> bool:
    """Whether this person promised not to cancel."""
    given: bool = Pledge.objects.filter(mentorship=mentorship, person=person, kind=NO_CANCEL).exists()
    return given
