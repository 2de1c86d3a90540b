"""A half: how many minutes of one meeting were for one person. Where both give, both should receive."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cairn.kernel import clock
from cairn.mentorships.belonging import OfMentorship, OfMentorshipQuerySet
from cairn.mentorships.refusal import Refused

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cairn.mentorships.mentorship import Mentorship
    from cairn.people.person import Person

MOST_MINUTES = 600
#: Below this balance, over so many meetings in a row, the two are told; nobody else is.
LOW_BALANCE, IN_A_ROW = 0.6, 3


class HalfQuerySet(OfMentorshipQuerySet["Half"]):
    """Halves, in the order of their meetings."""


class Half(OfMentorship):
    """`occasion` is the meeting; one number for each person."""

    mentorship: Any = models.ForeignKey(
        "mentorships.Mentorship", on_delete=models.PROTECT, related_name="halves"
    )
    occasion = models.UUIDField()
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    minutes = models.PositiveSmallIntegerField()
    at = models.DateTimeField()

    objects: ClassVar[Any] = HalfQuerySet.as_manager()

    class Meta:
        ordering = ("at", "id")
        constraints = (
            models.UniqueConstraint(fields=("occasion", "person"), name="half_once_a_meeting"),
            models.CheckConstraint(condition=Q(minutes__lte=MOST_MINUTES), name="half_minutes_sane"),
        )

    @classmethod
    @transaction.atomic
    def note(
        cls, mentorship: Mentorship, *, by: Person, occasion: UUID, minutes: Mapping[UUID, int]
    ) -> list[Half]:
        """Minutes by person id, for one meeting; noted again, they are replaced."""
        mentorship.lock_living(by)
        there = {member.person_id for member in mentorship.present()}
        if not minutes.keys() <= there or not all(0 <= each <= MOST_MINUTES for each in minutes.values()):
            raise Refused("no_such_half", _("Please say how many minutes were for each of you."))
        shared = {"organisation_id": mentorship.organisation_id, "mentorship": mentorship, "at": clock.now()}
        halves = [
            cls.objects.update_or_create(
                occasion=occasion, person_id=person, defaults={**shared, "minutes": number}
            )[0]
            for person, number in minutes.items()
        ]
        mentorship.record("half.noted", by, occasion=occasion)
        return halves


def balance(minutes: Sequence[int]) -> float | None:
    """1 where everybody had the same time, 0 where one had all of it; None before anybody had any."""
    return 1 - (max(minutes) - min(minutes)) / sum(minutes) if any(minutes) else None


def balances_of(mentorship: Mentorship) -> list[float]:
    """The balance of each meeting, oldest first."""
    meetings: dict[UUID, list[int]] = {}
    for occasion, minutes in Half.objects.filter(mentorship=mentorship).values_list("occasion", "minutes"):
        meetings.setdefault(occasion, []).append(minutes)
    found = (balance(minutes) for minutes in meetings.values())
    return [each for each in found if each is not None]


def is_lopsided(mentorship: Mentorship) -> bool:
    """Whether one side has had too little, several meetings in a row; for the two alone."""
    latest = balances_of(mentorship)[-IN_A_ROW:]
    return len(latest) == IN_A_ROW and all(each < LOW_BALANCE for each in latest)


def who_starts(mentorship: Mentorship) -> Person | None:
    """Who begins the next meeting: they take turns."""
    there = sorted(mentorship.present(), key=lambda member: member.pk)
    return there[mentorship.times_met % len(there)].person if there else None
