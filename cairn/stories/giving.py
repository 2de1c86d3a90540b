"""How many flash slots a month somebody gives."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cairn.accounts.tenancy import TenantQuerySet, TenantRecord
from cairn.journal.recording import record
from cairn.stories.refusal import Refused

if TYPE_CHECKING:
    from typing import Self

    from cairn.people.person import Person

USUAL, MOST = 2, 20


class GivingQuerySet(TenantQuerySet["Giving"]):
    """What people said they give."""

    def visible_to(self, person: Person) -> Self:
        """One's own."""
        return self.filter(person=person)


class Giving(TenantRecord):
    """Who never said gives two; 0 is a rest."""

    person = models.OneToOneField("people.Person", on_delete=models.PROTECT, related_name="+")
    a_month = models.PositiveSmallIntegerField(default=USUAL)

    objects: ClassVar[Any] = GivingQuerySet.as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(a_month__range=(0, MOST)), name="giving_within_reason"),
        )

    @classmethod
    @transaction.atomic
    def say(cls, person: Person, a_month: int) -> Giving:
        """From now on; what is booked stays booked."""
        if not 0 <= a_month <= MOST:
            raise Refused("out_of_bounds", _("Please choose a number from 0 to 20."))
        said: Giving
        said, _new = cls.objects.update_or_create(
            person=person, defaults={"organisation_id": person.organisation_id, "a_month": a_month}
        )
        data = {"a_month": a_month}
        record("giving.said", organisation=person.organisation_id, actor=person, subject=said, data=data)
        return said


def given_by(people: Iterable[UUID]) -> dict[UUID, int]:
    """Slots a month by person id; one query."""
    ids = list(people)
    said = dict(Giving.objects.filter(person__in=ids).values_list("person_id", "a_month"))
    return {each: said.get(each, USUAL) for each in ids}
