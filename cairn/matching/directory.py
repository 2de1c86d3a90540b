"""The directory: the mentors a person may find, by words, language and room.

A page costs two queries beside the person's standing, three where it shows words of the organisation's own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Count, Exists, F, IntegerField, OuterRef, Q, Subquery, Window
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce

from cairn.mentorships.seat import Seat
from cairn.people.person import Person, PersonQuerySet
from cairn.people.skill_claim import OFFERED, SkillClaim
from cairn.people.vocabulary import code_of, labels_for
from cairn.programmes.enrolment import MENTOR, Departure, Enrolment, EnrolmentQuerySet
from cairn.programmes.standing import Standing

PER_PAGE = 24
SHOWN_SKILLS = 5
SHOWN_FIELDS = ("organisation", "name", "pronouns", "headline", "languages")


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody looks for; empty means anybody. `language` is an ISO 639 code, `room` asks for a free
    place.
    """

    words: str = ""
    language: str = ""
    room: bool = False


def page_of_mentors(standing: Standing, *, wish: Wish, number: int = 1) -> Page[Any]:
    """One page of pairs: a mentor, and the words of what they offer. Past the end is the last page.

    The page and the count over all pages come with one query, whatever page is asked for.
    """
    found = mentors_for(standing, wish=wish)
    paginator = Paginator(found, PER_PAGE)
    first = (number - 1) * PER_PAGE
    counted = found.only(*SHOWN_FIELDS).annotate(in_all=Window(Count("*")))
    people = list(counted[first : first + PER_PAGE])
    if not people and number > 1:
        return page_of_mentors(standing, wish=wish, number=paginator.num_pages)
    paginator.count = people[0].in_all if people else 0  # type: ignore[attr-defined]  # annotated above
    offers = offers_of(people)
    return Page([(mentor, offers.get(mentor.pk, [])) for mentor in people], number, paginator)


def mentors_for(standing: Standing, *, wish: Wish) -> PersonQuerySet:
    """Mentors in the programmes this person takes part in or coordinates, by name; each stands once."""
    places = _places_before(standing)
    if wish.room:
        places = _with_room(places)
    found: PersonQuerySet = Person.objects.filter(pk__in=places.values("person")).order_by("name", "id")
    if wish.language:
        found = found.filter(languages__icontains=f'"{wish.language}"')
    for word in wish.words.split():
        found = found.filter(_speaks_of(word, whole=wish.words))
    return found


def _places_before(standing: Standing) -> EnrolmentQuerySet:
    """What `Enrolment.objects.visible_to` shows of those who mentor now, from ids that are known already."""
    beside = Q(programme__in=standing.takes_part_in)
    if standing.apart_from:
        beside &= ~Q(person__in=standing.apart_from)
    shown = Q(programme__in=standing.looks_after) | beside
    organisation = standing.person.organisation_id
    left = Departure.objects.filter(organisation=organisation).values("enrolment")
    places: EnrolmentQuerySet = Enrolment.objects.filter(shown, organisation=organisation, side=MENTOR)
    return places.exclude(pk__in=left)


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
    if not people:
        return {}
    claims: dict[UUID, list[str]] = defaultdict(list)
    offered = SkillClaim.objects.filter(person__in=[person.pk for person in people], side=OFFERED)
    for person, code in offered.order_by("position", "id").values_list("person", "code"):
        claims[person].append(code)
    shown = {person: codes[:SHOWN_SKILLS] for person, codes in claims.items()}
    used = {code for codes in shown.values() for code in codes}
    labels = labels_for(used, organisation=next(iter(people)).organisation_id)
    return {person: [labels[code] for code in codes] for person, codes in shown.items()}
