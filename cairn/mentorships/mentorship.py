"""A mentorship: two people (later more) who said yes to each other."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

from django.db import models, transaction

from cairn.accounts.tenancy import TenantQuerySet, TenantRecord
from cairn.journal.recording import record
from cairn.kernel import clock
from cairn.mentorships.member import Member
from cairn.mentorships.seat import Seat
from cairn.people.tie import MENTEE, MENTOR, Tie

if TYPE_CHECKING:
    from cairn.people.person import Person
    from cairn.programmes.enrolment import Enrolment
    from cairn.programmes.programme import Programme

ONE_TO_ONE = "one-to-one"


class MentorshipQuerySet(TenantQuerySet["Mentorship"]):
    """Mentorships, oldest first."""

    def visible_to(self, person: Person) -> MentorshipQuerySet:
        """Those a person is a member of; a coordinator reaches a programme's through the programme."""
        mine = Member.objects.filter(person=person).values("mentorship_id")
        return self.filter(organisation_id=person.organisation_id, pk__in=mine)

    def in_programme(self, programme: Programme) -> MentorshipQuerySet:
        return self.filter(organisation_id=programme.organisation_id, programme=programme)


class Mentorship(TenantRecord):
    """What began when both accepted. `origin` is the proposal it grew from, so that it can begin only
    once.
    """

    programme = models.ForeignKey("programmes.Programme", on_delete=models.PROTECT, related_name="+")
    format = models.CharField(max_length=40, default=ONE_TO_ONE)
    origin = models.UUIDField()
    begun_at = models.DateTimeField()

    objects: ClassVar[Any] = MentorshipQuerySet.as_manager()

    class Meta:
        ordering = ("begun_at", "id")
        constraints = (
            models.UniqueConstraint(fields=("organisation", "origin"), name="mentorship_origin_once"),
        )

    @classmethod
    @transaction.atomic
    def begin(
        cls,
        *,
        mentor: Enrolment,
        mentee: Enrolment,
        origin: UUID,
        by: Person | None = None,
        format: str = ONE_TO_ONE,
    ) -> Mentorship:
        """Begin in the places held for `origin`, or in free ones; raises Full where somebody has none."""
        mentorship = cls.objects.create(
            organisation_id=mentor.organisation_id,
            programme_id=mentor.programme_id,
            format=format,
            origin=origin,
            begun_at=clock.now(),
        )
        mentorship.take_places((mentor, mentee))
        for enrolment in (mentor, mentee):
            Member.objects.create(
                organisation_id=enrolment.organisation_id,
                mentorship=mentorship,
                person_id=enrolment.person_id,
                side=enrolment.side,
            )
        mentorship.tie(mentor, mentee)
        mentorship.record_begun(by)
        return mentorship

    def take_places(self, enrolments: Iterable[Enrolment]) -> None:
        """The held places become the mentorship's; who has none held takes a free one."""
        held = set(Seat.objects.filter(held_for=self.origin).values_list("enrolment_id", flat=True))
        for enrolment in enrolments:
            if enrolment.pk not in held:
                Seat.hold(enrolment, held_for=self.origin)
        Seat.keep(held_for=self.origin, mentorship=self)

    def tie(self, mentor: Enrolment, mentee: Enrolment) -> None:
        """From now on each may see the other wherever people look at people."""
        for one, other, kind in ((mentee, mentor, MENTOR), (mentor, mentee, MENTEE)):
            Tie.objects.create(
                organisation_id=self.organisation_id,
                person_id=one.person_id,
                other_id=other.person_id,
                kind=kind,
                origin=self.pk,
                since=self.begun_at,
            )

    def record_begun(self, by: Person | None) -> None:
        """Tell the journal."""
        record(
            "mentorship.begun",
            organisation=self.organisation,
            actor=by,
            subject=self,
            data={"programme": str(self.programme_id), "origin": str(self.origin), "format": self.format},
            privacy="P2",
        )
