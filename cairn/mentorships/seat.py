"""A place in what an enrolment can carry, held first and then taken.

Capacity is kept by the database, not by counting: every place has a number from 1 to the enrolment's
capacity, and (enrolment, number) is unique. Two people who reach for the last place at the same instant ask
for the same number, and one of them is told it is full. A proposal holds a place on both sides from the
moment it is made, so nobody can be offered what somebody else is still thinking about.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

from django.db import IntegrityError, models, transaction

from cairn.accounts.tenancy import TenantQuerySet, TenantRecord
from cairn.kernel import clock
from cairn.programmes.enrolment import Enrolment

if TYPE_CHECKING:
    from cairn.mentorships.mentorship import Mentorship

ATTEMPTS = 5


class Full(Exception):
    """Nobody can be added to this enrolment: every place it has is held or taken."""

    def __init__(self, enrolment: Enrolment) -> None:
        super().__init__(f"no place left in enrolment {enrolment.pk}")
        self.enrolment = enrolment


class SeatQuerySet(TenantQuerySet["Seat"]):
    """Places; counted for capacity, never listed."""

    def numbers(self, enrolments: Iterable[Enrolment]) -> dict[UUID, set[int]]:
        """The numbers in use for each enrolment that has any, in one query."""
        used: dict[UUID, set[int]] = defaultdict(set)
        rows = self.filter(enrolment__in=list(enrolments)).values_list("enrolment_id", "number")
        for enrolment, number in rows:
            used[enrolment].add(number)
        return used


class Seat(TenantRecord):
    """One numbered place of an enrolment, held for a proposal and kept by the mentorship that grows from
    it.
    """

    enrolment = models.ForeignKey("programmes.Enrolment", on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    held_for = models.UUIDField()
    mentorship = models.ForeignKey(
        "mentorships.Mentorship", on_delete=models.PROTECT, related_name="seats", null=True, blank=True
    )
    at = models.DateTimeField()

    objects: ClassVar[Any] = SeatQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("organisation", "enrolment", "number"), name="seat_number_once"),
            models.UniqueConstraint(fields=("organisation", "enrolment", "held_for"), name="seat_held_once"),
            models.CheckConstraint(condition=models.Q(number__gte=1), name="seat_number_from_one"),
        )

    @classmethod
    def hold(cls, enrolment: Enrolment, *, held_for: UUID) -> Seat:
        """Take the lowest free number, or raise Full; safe against any number of rivals."""
        for _ in range(ATTEMPTS):
            capacity = Enrolment.objects.select_for_update().get(pk=enrolment.pk).capacity
            number = lowest_free(cls.objects.numbers([enrolment]), enrolment.pk, capacity)
            if number is None:
                raise Full(enrolment)
            try:
                with transaction.atomic():
                    return cls.objects.create(
                        organisation_id=enrolment.organisation_id,
                        enrolment=enrolment,
                        number=number,
                        held_for=held_for,
                        at=clock.now(),
                    )
            except IntegrityError:
                continue
        raise Full(enrolment)

    @classmethod
    def release(cls, *, held_for: UUID) -> None:
        """Give back the places of a proposal that came to nothing; a mentorship's own places stay."""
        cls.objects.filter(held_for=held_for, mentorship__isnull=True).delete()

    @classmethod
    def keep(cls, *, held_for: UUID, mentorship: Mentorship) -> int:
        """The held places now belong to the mentorship; returns how many there were."""
        return cls.objects.filter(held_for=held_for, mentorship__isnull=True).update(mentorship=mentorship)


def lowest_free(used: Mapping[UUID, set[int]], enrolment: UUID, capacity: int) -> int | None:
    """The smallest number from 1 to capacity that nobody uses."""
    taken = used.get(enrolment, set())
    return next((number for number in range(1, capacity + 1) if number not in taken), None)
