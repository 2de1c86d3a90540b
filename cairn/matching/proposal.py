"""A proposal: two people are told of each other, and each says yes or no."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from cairn.accounts.tenancy import TenantQuerySet, TenantRecord
from cairn.journal.recording import record
from cairn.kernel import clock
from cairn.matching import rules
from cairn.matching.refusal import Refused
from cairn.matching.response import Response
from cairn.mentorships.mentorship import Mentorship
from cairn.mentorships.seat import Seat
from cairn.programmes.format import ONE_TO_ONE, Format, kind_of

if TYPE_CHECKING:
    from typing import Self

    from cairn.people.person import Person
    from cairn.programmes.programme import Programme

OPEN, ACCEPTED, DECLINED = "open", "accepted", "declined"
STATES = (OPEN, ACCEPTED, DECLINED)


class ProposalQuerySet(TenantQuerySet["Proposal"]):
    """Proposals, oldest first."""

    def visible_to(self, person: Person) -> Self:
        """The two it is about, and nobody by another way; coordinators count them through the programme."""
        return self.filter(
            models.Q(mentor__person=person) | models.Q(mentee__person=person),
            organisation_id=person.organisation_id,
        )

    def open(self) -> Self:
        """Neither agreed nor declined."""
        return self.filter(state=OPEN)

    def awaiting(self, person: Person) -> Self:
        """Open ones this person has still to answer."""
        answered = Response.objects.filter(person=person).values("proposal_id")
        return self.visible_to(person).open().exclude(pk__in=answered)

    def of_programme(self, programme: Programme) -> Self:
        """All of one programme, for its coordinators; without anybody's reasons."""
        return self.filter(organisation_id=programme.organisation_id, programme=programme)

    def with_people(self) -> Self:
        """With both people and their answers at hand, in two queries."""
        return self.select_related("programme", "mentor__person", "mentee__person").prefetch_related(
            "responses"
        )

    def pairs(self, programme: Programme) -> frozenset[tuple[str, str]]:
        """(mentee, mentor) person ids of everybody ever proposed to each other in the whole organisation: two
        programmes do not ask the same two twice.
        """
        proposed = self.filter(organisation_id=programme.organisation_id)
        rows = proposed.values_list("mentee__person_id", "mentor__person_id")
        return frozenset((str(mentee), str(mentor)) for mentee, mentor in rows)


class Proposal(TenantRecord):
    """Made by a publication, or at once after somebody declined (`follows`). The same two are never proposed
    twice.

    The proposals of one circle share who leads it, and `circle` is its id.
    `card` holds the strength, three reasons, one difference and the first question, as codes. `state` leaves
    "open" once, under a row lock: a yes and a no that arrive together cannot both win.
    """

    programme = models.ForeignKey("programmes.Programme", on_delete=models.PROTECT, related_name="+")
    publication = models.ForeignKey(
        "matching.Publication", on_delete=models.PROTECT, related_name="proposals", null=True, blank=True
    )
    follows = models.ForeignKey(
        "matching.Proposal", on_delete=models.PROTECT, related_name="followed_by", null=True, blank=True
    )
    mentor = models.ForeignKey("programmes.Enrolment", on_delete=models.PROTECT, related_name="+")
    mentee = models.ForeignKey("programmes.Enrolment", on_delete=models.PROTECT, related_name="+")
    format = models.CharField(max_length=40, default=ONE_TO_ONE)
    circle = models.UUIDField(null=True, blank=True, default=None)
    card = models.JSONField()
    state = models.CharField(max_length=10, default=OPEN)
    made_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[Any] = ProposalQuerySet.as_manager()

    class Meta:
        ordering = ("made_at", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("organisation", "programme", "mentee", "mentor"), name="proposal_pair_once"
            ),
            models.CheckConstraint(condition=models.Q(state__in=STATES), name="proposal_state_known"),
        )
        indexes = (models.Index(fields=("organisation", "programme", "state"), name="proposal_by_state"),)

    @property
    def kind(self) -> Format:
        """The format the two would meet in."""
        return kind_of(self.format)

    @property
    def people(self) -> tuple[Person, Person]:
        """Mentee and mentor."""
        return self.mentee.person, self.mentor.person

    def side_of(self, person: Person) -> str:
        """Which of the two this person is: mentee or mentor."""
        return "mentee" if self.mentee.person_id == person.pk else "mentor"

    def partner_of(self, person: Person) -> Person:
        """The other one."""
        mentee, mentor = self.people
        return mentor if mentee.pk == person.pk else mentee

    def answer_of(self, person: Person) -> bool | None:
        """True for yes, False for no, None for not yet; reads prefetched answers."""
        return next((each.accepted for each in self.responses.all() if each.person_id == person.pk), None)

    @transaction.atomic
    def accept(self, person: Person) -> Mentorship | None:
        """Say yes; the second yes begins the mentorship. Saying it twice changes nothing."""
        self._lock(person)
        if self.answer_of(person) and self.state != DECLINED:
            return self.mentorship()
        self._refuse_unless_open()
        self.answer(person, accepted=True)
        self._record("proposal.accepted", person, side=self.side_of(person))
        if self.circle:
            from cairn.matching.circle import hear_yes  # noqa: PLC0415 - a circle is made of proposals

            return hear_yes(self, person)
        return self._begin() if self.everybody_said_yes() else None

    @transaction.atomic
    def decline(self, person: Person, *, reason: str = "", another: bool = True) -> list[Proposal]:
        """Say no, and keep why to oneself. Whoever waits is offered the next best at once; returns those
        offers.

        The mentee always is; a mentor who declined is offered somebody else only if they want `another`.
        """
        self._lock(person)
        if self.answer_of(person) is False:
            return list(self.followed_by.all())
        self._refuse_unless_open()
        self.answer(person, accepted=False, reason=reason)
        self.settle(DECLINED)
        Seat.release(held_for=self.pk)
        self._record("proposal.declined", person, side=self.side_of(person))
        return self._after_no(person, another=another)

    def _after_no(self, person: Person, *, another: bool) -> list[Proposal]:
        """Who waits is offered the next best; who might have sat in a circle waits for the next one."""
        from cairn.matching.circle import hear_no  # noqa: PLC0415 - a circle is made of proposals
        from cairn.matching.offering import offer_next  # noqa: PLC0415 - an offer is itself a proposal

        if self.circle:
            hear_no(self, person)
            return []
        return offer_next(self, by=person, another=another)

    def mentorship(self) -> Mentorship | None:
        """What grew from it."""
        if self.state != ACCEPTED:
            return None
        origin = self.circle or self.pk
        return Mentorship.objects.filter(organisation_id=self.organisation_id, origin=origin).first()

    def everybody_said_yes(self) -> bool:
        """Both did, as the answers stand now."""
        return self.responses.filter(accepted=True).count() == len(self.people)

    def _lock(self, person: Person) -> None:
        """Read the row as it is now, locked until the transaction ends."""
        if not rules.may_answer(person, self):
            raise Refused("not_yours", _("This proposal is not yours to answer."))
        if self.circle:
            # All of it in one order, so that two who answer at once cannot wait for each other.
            around = Proposal.objects.select_for_update().filter(circle=self.circle)
            list(around.order_by("pk").values_list("pk"))
        self.refresh_from_db(from_queryset=Proposal.objects.select_for_update())

    def _refuse_unless_open(self) -> None:
        if self.state != OPEN:
            raise Refused("settled", _("This proposal is settled. Nothing was changed."))

    def answer(self, person: Person, *, accepted: bool, reason: str = "") -> None:
        defaults: dict[str, Any] = {"accepted": accepted, "reason": reason, "at": clock.now()}
        """Write an answer down; the caller holds the lock."""
        Response.objects.update_or_create(
            organisation_id=self.organisation_id, proposal=self, person=person, defaults=defaults
        )

    def settle(self, state: str) -> None:
        """It is no longer open; the caller holds the lock."""
        self.state, self.settled_at = state, clock.now()
        self.save(update_fields=["state", "settled_at"])

    def _begin(self) -> Mentorship:
        self.settle(ACCEPTED)
        return Mentorship.begin(mentor=self.mentor, mentee=self.mentee, origin=self.pk, format=self.format)

    def record_made(self, *, by: Person | None) -> None:
        """Tell the journal, and through it the two people."""
        more = {"follows": self.follows_id} if self.follows_id else {}
        self._record("proposal.made", by, **more)

    def record_given_up(self) -> None:
        """Tell the journal, and through it the mentee, that the circle will not come about."""
        self._record("proposal.declined", None, side="mentor")

    def _record(self, verb: str, person: Person | None, **more: object) -> None:
        data = {"programme": self.programme_id, "mentor": self.mentor_id, "mentee": self.mentee_id, **more}
        record(verb, organisation=self.organisation_id, actor=person, subject=self, data=data, privacy="P2")
