"""The base of everything that belongs to one mentorship, and who may see it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Generic

from django.db import models

from cairn.accounts.tenancy import Row_co, TenantQuerySet, TenantRecord
from cairn.mentorships.member import Member

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Self
    from uuid import UUID

    from cairn.people.person import Person


class OfMentorshipQuerySet(TenantQuerySet[Row_co], Generic[Row_co]):
    """Rows of mentorships: for those who take part, and for nobody by another way."""

    def visible_to(self, person: Person) -> Self:
        """Those of the mentorships this person is in; who left a circle no longer reads along."""
        mine = Member.objects.present().filter(person=person).values("mentorship_id")
        return self.filter(organisation_id=person.organisation_id, mentorship__in=mine)

    def of_mentorships(self, mentorships: Iterable[Any]) -> Self:
        """Those of some mentorships (rows or ids), for bulk readers."""
        return self.filter(mentorship__in=[getattr(each, "pk", each) for each in mentorships])


class OfMentorship(TenantRecord):
    """A row of a mentorship. Its private words stand under the mentorship's own key: no other mentorship's,
    and none of the organisation's.
    """

    mentorship = models.ForeignKey(
        "mentorships.Mentorship", on_delete=models.PROTECT, related_name="%(class)ss"
    )

    objects: ClassVar[Any] = OfMentorshipQuerySet.as_manager()

    class Meta:
        abstract = True

    def vault_owner(self) -> UUID:
        """The mentorship's key."""
        return self.mentorship_id

    def told(self, by: Person) -> dict[str, Any]:
        """What every entry about it says: whose it is, what it is about, of which mentorship."""
        return {
            "organisation": self.organisation_id,
            "actor": by,
            "subject": self,
            "data": {"mentorship": self.mentorship_id},
        }
