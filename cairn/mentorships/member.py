"""Who takes part in a mentorship, and on which side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models

from cairn.accounts.tenancy import TenantQuerySet, TenantRecord

if TYPE_CHECKING:
    from typing import Self

    from cairn.people.person import Person

MENTOR, MENTEE, PEER = "mentor", "mentee", "peer"
SIDES = (MENTOR, MENTEE, PEER)


class MemberQuerySet(TenantQuerySet["Member"]):
    """Members, reached through their mentorship."""

    def present(self) -> Self:
        """Those who have not left."""
        return self.filter(left_at__isnull=True)

    def visible_to(self, person: Person) -> Self:
        """Everybody in the mentorships this person is in."""
        mine = Member.objects.filter(person=person).values("mentorship_id")
        return self.filter(organisation_id=person.organisation_id, mentorship__in=mine)


class Member(TenantRecord):
    """One person's place in a mentorship; a pair has two, a circle has several. `left_at` is set for who left
    a circle that goes on without them.
    """

    mentorship = models.ForeignKey("mentorships.Mentorship", on_delete=models.PROTECT, related_name="members")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    side = models.CharField(max_length=10)
    left_at = models.DateTimeField(null=True, blank=True, default=None)

    objects: ClassVar[Any] = MemberQuerySet.as_manager()

    class Meta:
        ordering = ("side", "id")
        constraints = (
            models.UniqueConstraint(fields=("organisation", "mentorship", "person"), name="member_once"),
        )
        indexes = (models.Index(fields=("person", "mentorship"), name="member_by_person"),)
