"""A farewell: what stays, a thank-you, and what comes next. Three taps."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cairn.kernel import clock
from cairn.mentorships import gathering
from cairn.mentorships.belonging import OfMentorship, OfMentorshipQuerySet
from cairn.mentorships.ending import Ending
from cairn.mentorships.member import MENTOR
from cairn.mentorships.refusal import Refused
from cairn.mentorships.steps import CLOSED, CLOSING, COMPLETED, WORKING
from cairn.programmes.enrolment import Enrolment
from cairn.vault.sealed import SealedTextField

END, RENEW, LIGHT, PASS_ON = "end", "renew", "light", "pass_on"
CHOICES = (END, RENEW, LIGHT, PASS_ON)
#: How long a renewed mentorship goes on.
RENEWAL = timedelta(weeks=13)
MOST_LETTERS = 600

if TYPE_CHECKING:
    from cairn.mentorships.mentorship import Mentorship
    from cairn.people.person import Person


class FarewellQuerySet(OfMentorshipQuerySet["Farewell"]):
    """Farewells: the thanks are for each other; `stays_for` gives the rest to who wrote it."""


class Farewell(OfMentorship):
    """One person's, once a term: a mentorship that is renewed says goodbye again later."""

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    term = models.PositiveSmallIntegerField(default=1)
    stays = SealedTextField(blank=True)
    thanks = SealedTextField(blank=True)
    choice = models.CharField(max_length=8, choices=[(each, each) for each in CHOICES])
    at = models.DateTimeField()

    objects: ClassVar[Any] = FarewellQuerySet.as_manager()

    class Meta:
        ordering = ("at", "id")
        constraints = (
            models.UniqueConstraint(fields=("mentorship", "person", "term"), name="farewell_said_once"),
            models.CheckConstraint(condition=Q(choice__in=CHOICES), name="farewell_choice_known"),
        )

    @classmethod
    @transaction.atomic
    def say(
        cls, mentorship: Mentorship, *, by: Person, choice: str, stays: str = "", thanks: str = ""
    ) -> Farewell:
        """Three taps; said again, it is replaced. The last one to speak ends the mentorship, or renews it
        where everybody wants that.
        """
        mentorship.lock(by)
        _refuse_unless_fit(mentorship, choice)
        said: Farewell
        said, _new = cls.objects.update_or_create(
            mentorship=mentorship,
            person=by,
            term=mentorship.term,
            defaults={
                "organisation_id": mentorship.organisation_id,
                "stays": stays.strip()[:MOST_LETTERS],
                "thanks": thanks.strip()[:MOST_LETTERS],
                "choice": choice,
                "at": clock.now(),
            },
        )
        mentorship.record("mentorship.farewelled", by, choice=choice, term=mentorship.term)
        if choice == PASS_ON:
            become_mentor(mentorship, by)
        _settle(mentorship)
        return said

    def stays_for(self, reader: Person) -> str:
        """What stays, for the one who wrote it; nothing for everybody else."""
        return str(self.stays) if reader.pk == self.person_id else ""


def _refuse_unless_fit(mentorship: Mentorship, choice: str) -> None:
    """Goodbyes are said in the closing phase, and after an ending that came early."""
    if choice not in CHOICES:
        raise Refused("no_such_choice", _("Please choose one of the four."))
    if mentorship.state not in {CLOSING, CLOSED}:
        raise Refused("not_closing", _("It is not the time of goodbye yet."))
    if mentorship.state == CLOSED and choice in {RENEW, LIGHT}:
        raise Refused("closed", _("This mentorship has ended. Nothing was changed."))


def become_mentor(mentorship: Mentorship, person: Person) -> Enrolment:
    """What somebody received they pass on: a place as a mentor in the same programme, at first for one."""
    place: Enrolment
    place, _new = Enrolment.objects.get_or_create(
        organisation_id=mentorship.organisation_id,
        programme_id=mentorship.programme_id,
        person=person,
        side=MENTOR,
        defaults={"capacity": 1},
    )
    return place


def _settle(mentorship: Mentorship) -> None:
    """Once everybody has spoken: renewed if all want it, else ended; in light contact if all want that."""
    there = {member.person_id for member in mentorship.members.filter(left_at=None)}
    said = Farewell.objects.filter(mentorship=mentorship, term=mentorship.term)
    chosen = dict(said.values_list("person_id", "choice"))
    if mentorship.state == CLOSED or not there <= chosen.keys():
        return
    wishes = {chosen[person] for person in there}
    if wishes == {RENEW}:
        _renew(mentorship)
        return
    Ending.end(mentorship, how=COMPLETED)
    if wishes <= {LIGHT, RENEW}:
        gathering.stay_in_touch(mentorship)


def _renew(mentorship: Mentorship) -> None:
    today = clock.today()
    last_day = max(mentorship.ends_on or today, today) + RENEWAL
    mentorship.step_to(WORKING, term=mentorship.term + 1, ends_on=last_day)
    mentorship.record("mentorship.renewed", None, term=mentorship.term, until=last_day)
