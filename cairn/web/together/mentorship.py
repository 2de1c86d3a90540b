"""One mentorship: the next step, what you are working on, and the way so far."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from cairn.conversations.thread import Thread
from cairn.mentorships.action import Action
from cairn.mentorships.agreement import Agreement
from cairn.mentorships.farewell import Farewell
from cairn.mentorships.goal import Goal
from cairn.mentorships.journey import journey_of
from cairn.mentorships.mentorship import Mentorship
from cairn.mentorships.steps import ADJUSTED, DROPPED
from cairn.people.person import Person
from cairn.web.shell.visiting import Visit, for_a_person
from cairn.web.together.action_form import NewAction
from cairn.web.together.doors import attempt, mentorship_for, shown
from cairn.web.together.traits import pieces_of


@for_a_person
@require_safe
def mentorship(request: Visit, mentorship_id: UUID) -> HttpResponse:
    """Everything the people in it share, on one page."""
    found = mentorship_for(request.person, mentorship_id)
    return shown(request, "together/mentorship.html", found, lambda: _shown(found, request.person))


def _shown(found: Mentorship, person: Person) -> dict[str, Any]:
    goals = Goal.objects.visible_to(person).filter(mentorship=found).exclude(state__in=(DROPPED, ADJUSTED))
    actions = Action.objects.visible_to(person).filter(mentorship=found).open()
    member = found.member(person)
    return {
        "role": found.kind.role(_side(member.side if member else "")),
        "traits": found.kind.traits,
        "thread": Thread.objects.visible_to(person).of_origin(found.pk).first(),
        "journey": journey_of(found),
        "pause": found.standing_pause(),
        "agreement": Agreement.objects.filter(mentorship=found).agreed().first(),
        "goals": list(goals.select_related("owner")),
        "actions": list(actions.select_related("owner", "goal")),
        "new_action": NewAction(person=person, mentorship=found),
        "farewells": _farewells(found),
        **pieces_of(found, person),
    }


def _side(side: str) -> str:
    """Peers of a format are called as its mentees are."""
    return side if side == "mentor" else "mentee"


def _farewells(found: Mentorship) -> list[Farewell]:
    """The thanks of this term, once it is time."""
    said = Farewell.objects.filter(mentorship=found, term=found.term)
    return [each for each in said.select_related("person") if each.thanks]


@for_a_person
@require_POST
def going_on(request: Visit, mentorship_id: UUID) -> HttpResponse:
    """Yes, it goes on, though we have not met for long."""
    found = mentorship_for(request.person, mentorship_id)
    attempt(request, lambda: found.go_on(request.person), said=_("Good. It goes on."))
    return redirect("together:mentorship", mentorship_id)


@for_a_person
@require_POST
def closing(request: Visit, mentorship_id: UUID) -> HttpResponse:
    """Wrap up: the time of goodbye begins now."""
    found = mentorship_for(request.person, mentorship_id)
    done = attempt(request, lambda: found.begin_closing(request.person))
    return redirect("together:farewell" if done else "together:mentorship", mentorship_id)
