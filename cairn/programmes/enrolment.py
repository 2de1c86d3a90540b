"""Who takes part, on which side; who has left; who is cleared to begin."""

from typing import TYPE_CHECKING, Any, ClassVar, Generic, Self

from django.db import models, transaction
from django.db.models import Exists, OuterRef, Q

from cairn.accounts.tenancy import Row_co, TenantQuerySet, TenantRecord
from cairn.journal import recording as journal
from cairn.kernel import clock
from cairn.programmes.programme import Programme

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cairn.people.person import Person

MENTOR, MENTEE = "mentor", "mentee"
SIDES = (MENTOR, MENTEE)


class EnrolmentQuerySet(TenantQuerySet["Enrolment"]):
    """Enrolments, as one person may see them."""

    def visible_to(self, person: "Person") -> Self:
        """One's own; everybody in the programmes one coordinates; mentors who are where one takes part."""
        from cairn.people.block import Block  # noqa: PLC0415 - only this question needs it

        coordinated = Q(programme__in=Programme.objects.visible_to(person).values("pk"))
        mine = Enrolment.objects.present().filter(person=person).values("programme")
        beside = Q(programme__in=mine, side=MENTOR) & ~Exists(
            Departure.objects.filter(enrolment=OuterRef("pk"))
        )
        # Two short lists, rather than a look-up for every row.
        blocked = Block.objects.filter(person=person).values("blocked")
        blocking = Block.objects.filter(blocked=person).values("person")
        apart = Q(person__in=blocked) | Q(person__in=blocking)
        shown = Q(person=person) | (beside & ~apart)
        return self.filter(organisation=person.organisation_id).filter(coordinated | shown)

    def present(self) -> Self:
        """Those who have not left."""
        return self.filter(~Exists(Departure.objects.filter(enrolment=OuterRef("pk"))))


class Enrolment(TenantRecord):
    """A person's place in a programme. `capacity` is how many partners at once: a limit, never passed.

    `formats` are ids of those of the programme's formats this person takes part in; none named means all.
    `external_id` is the row's name in the coordinator's own list; with it a file can be brought again and
    change people instead of doubling them. `level` is a number such as a school year, where one was given.
    `hours_a_month` is the time a mentor has for all partners together; None where nobody said.
    """

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="enrolments")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    side = models.CharField(max_length=6, choices=[(side, side) for side in SIDES])
    capacity = models.PositiveSmallIntegerField(default=1)
    hours_a_month = models.FloatField(null=True, blank=True, default=None)
    goal = models.TextField(blank=True, default="")
    level = models.SmallIntegerField(null=True, blank=True, default=None)
    arrived_at = models.DateTimeField(default=clock.now)
    external_id = models.CharField(max_length=120, blank=True, default="")
    formats = models.JSONField(default=list, blank=True)

    objects: ClassVar[Any] = EnrolmentQuerySet.as_manager()

    class Meta:
        ordering = ("programme", "side", "arrived_at", "id")
        constraints = (
            models.UniqueConstraint(fields=("programme", "person", "side"), name="enrolment_stands_once"),
            models.UniqueConstraint(
                fields=("programme", "side", "external_id"),
                condition=~Q(external_id=""),
                name="enrolment_external_id_is_unique",
            ),
            models.CheckConstraint(condition=Q(side__in=SIDES), name="enrolment_side_is_known"),
            models.CheckConstraint(condition=Q(hours_a_month__gte=0), name="enrolment_hours_are_no_debt"),
        )

    def __str__(self) -> str:
        return self.side

    def places(self, *, hours_each: float) -> int:
        """How many partners at once: the capacity, as far as the hours reach at so many a month each (0: no
        limit).
        """
        if self.hours_a_month is None or hours_each <= 0:
            return int(self.capacity)
        return min(self.capacity, reach(self.hours_a_month, each=hours_each))

    def takes_part_in(self, format: str) -> bool:
        """Whether this format, by id, is one of theirs."""
        return not self.formats or format in self.formats

    @transaction.atomic
    def choose_formats(self, ids: "Iterable[str]", *, by: "Person | None") -> None:
        """Take part in these of the programme's formats; all of them, or none named, is all there are and
        will be. One the programme does not offer is left aside.
        """
        offered = [each.id for each in self.programme.formats()]
        wanted = set(ids)
        chosen = [each for each in offered if each in wanted]
        self.formats = [] if len(chosen) == len(offered) else chosen
        self.save(update_fields=["formats"])
        journal.record("enrolment.formats_chosen", organisation=self.organisation, actor=by, subject=self)

    @transaction.atomic
    def leave(self, *, by: "Person | None", why: str = "") -> "Departure":
        """The person leaves the programme; `why` is a code. Leaving twice is leaving once."""
        departure: Departure
        departure, new = Departure.objects.get_or_create(
            enrolment=self, defaults={"organisation_id": self.organisation_id, "by": by, "why": why}
        )
        if new:
            journal.record("enrolment.left", organisation=self.organisation, actor=by, subject=self)
        return departure


def reach(hours: float, *, each: float) -> int:
    """How many mentorships of so many hours a month fit into the hours of a mentor."""
    # A hair more, since 0.3 hours are three times 0.1 to a person and not to a processor.
    return int(max(0.0, hours) / each + 1e-9)


class OfEnrolmentQuerySet(TenantQuerySet[Row_co], Generic[Row_co]):
    """Facts about enrolments."""

    def visible_to(self, person: "Person") -> Self:
        """One's own, and those in the programmes one coordinates."""
        coordinated = Q(enrolment__programme__in=Programme.objects.visible_to(person).values("pk"))
        return self.filter(coordinated | Q(enrolment__person=person))


class Departure(TenantRecord):
    """Somebody has left; deleting the row brings them back."""

    enrolment = models.OneToOneField(Enrolment, on_delete=models.PROTECT, related_name="departure")
    at = models.DateTimeField(default=clock.now, editable=False)
    by = models.ForeignKey(
        "people.Person", on_delete=models.PROTECT, related_name="+", null=True, default=None
    )
    why = models.CharField(max_length=30, blank=True, default="")

    objects: ClassVar[Any] = OfEnrolmentQuerySet.as_manager()

    def __str__(self) -> str:
        return str(self.pk)


class Clearance(TenantRecord):
    """Somebody is cleared for something ("training", "screening") until a moment, or for good."""

    enrolment = models.ForeignKey(Enrolment, on_delete=models.PROTECT, related_name="clearances")
    kind = models.CharField(max_length=30)
    at = models.DateTimeField(default=clock.now, editable=False)
    until = models.DateTimeField(null=True, blank=True, default=None)

    objects: ClassVar[Any] = OfEnrolmentQuerySet.as_manager()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("enrolment", "kind"), name="clearance_given_once"),)

    def __str__(self) -> str:
        return self.kind
