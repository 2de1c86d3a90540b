"""The directory: the mentors a person may find, by words, language and room. One page, three queries."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Exists, F, IntegerField, OuterRef, Q, Subquery
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce

from cairn.mentorships.seat import Seat
from cairn.people.person import Person, PersonQuerySet
from cairn.people.skill_claim import OFFERED, SkillClaim, skills_for
from cairn.people.vocabulary import code_of, labels_for
from cairn.programmes.enrolment import MENTOR, Enrolment, EnrolmentQuerySet

SHOWN_SKILLS = 5


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody looks for; empty means anybody. `language` is an ISO 639 code, `room` asks for a free
    place.
    """

    words: str = ""
    language: str = ""
    room: bool = False


def mentors_for(person: Person, *, wish: Wish) -> PersonQuerySet:
    """Mentors in the programmes this person takes part in or coordinates, by name; each stands once."""
    places = Enrolment.objects.visible_to(person).present().filter(side=MENTOR)
    if wish.room:
        places = _with_room(places)
    found: PersonQuerySet = Person.objects.filter(pk__in=places.values("person")).order_by("name", "id")
    if wish.language:
        found = found.filter(languages__icontains=f'"{wish.language}"')
    for word in wish.words.split():
        found = found.filter(_speaks_of(word, whole=wish.words))
    return found


def _with_room(places: EnrolmentQuerySet) -> EnrolmentQuerySet:
    taken = (
        Seat.objects.filter(enrolment=OuterRef("pk")).order_by().values("enrolment").annotate(n=Count("pk"))
    )
    used = Coalesce(Subquery(taken.values("n"), output_field=IntegerField()), 0)
    free: EnrolmentQuerySet = places.annotate(used=used).filter(capacity__gt=F("used"))
    return free


def _speaks_of(word: str, *, whole: str) -> Combinable | Q:
    codes = {code_of(text) for text in (word, whole)}
    offered = SkillClaim.objects.filter(person=OuterRef("pk"), side=OFFERED, code__in=codes)
    return Q(name__icontains=word) | Q(headline__icontains=word) | Exists(offered)


def offers_of(people: Collection[Person]) -> dict[UUID, list[str]]:
    """The words of the first skills each mentor offers, by person id: two queries, whatever the number of
    people.
    """
    claims = {
        person: [claim.code for claim in held if claim.side == OFFERED][:SHOWN_SKILLS]
        for person, held in skills_for(people).items()
    }
    used = {code for codes in claims.values() for code in codes}
    organisation = next((person.organisation_id for person in people), None)
    labels = labels_for(used, organisation=organisation) if organisation else {}
    return {person: [labels[code] for code in codes] for person, codes in claims.items()}
