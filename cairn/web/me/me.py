"""One's own page: the profile as others see it, and who those others are."""

from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language_info
from django.views.decorators.http import require_safe

from cairn.people.free_hour import FreeHour
from cairn.people.own_skill import OwnSkill
from cairn.people.person import Person
from cairn.people.skill_claim import OFFERED, WANTED
from cairn.people.taxonomy.taxonomy import skills
from cairn.programmes.enrolment import Enrolment


@dataclass(frozen=True)
class Profile:
    """What the page shows of one person."""

    person: Person
    offered: list[str]
    wanted: list[str]
    languages: list[str]
    hours: list[FreeHour]
    places: list[Enrolment]


@login_required
@require_safe
def me(request: HttpRequest) -> HttpResponse:
    """The profile; an account that is nobody here yet is told so kindly."""
    person: Person | None = request.person  # type: ignore[attr-defined]  # set by PresenceMiddleware
    return render(request, "me/me.html", {"profile": _profile(person) if person else None})


def _profile(person: Person) -> Profile:
    places = Enrolment.objects.present().filter(person=person).select_related("programme")
    return Profile(
        person=person,
        offered=_words(person, OFFERED),
        wanted=_words(person, WANTED),
        languages=[_language(code) for code in person.languages],
        hours=list(FreeHour.objects.filter(person=person)),
        places=list(places.order_by("programme__name", "side")),
    )


def _words(person: Person, side: str) -> list[str]:
    """Skills as people say them: the taxonomy's word, or the organisation's own."""
    codes = [claim.code for claim in person.skills(side)]
    own = dict(OwnSkill.objects.of(person.organisation).filter(code__in=codes).values_list("code", "label"))
    return [own.get(code) or skills().label(code) for code in codes]


def _language(code: str) -> str:
    try:
        return str(get_language_info(code)["name_local"])
    except KeyError:
        return code
