"""Goals: written, agreed, moved along five levels, and closed."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cairn.mentorships.action import Action
from cairn.mentorships.goal import Goal
from cairn.mentorships.mentorship import Mentorship
from cairn.mentorships.steps import GOAL_STEPS
from cairn.people.person import Person
from cairn.web.shell.visiting import Visit, for_a_person
from cairn.web.together.doors import attempt, shown, with_trait
from cairn.web.together.goal_form import LEVEL_NAMES, LEVELS, GoalForm, LevelForm


def goal_for(person: Person, mentorship_id: UUID, goal_id: UUID) -> tuple[Mentorship, Goal]:
    """A goal this person may read; others do not exist for them."""
    mentorship = with_trait(person, mentorship_id, "goals")
    seen = Goal.objects.visible_to(person).filter(mentorship=mentorship).select_related("owner", "adjusts")
    return mentorship, get_object_or_404(seen, pk=goal_id)


@for_a_person
@require_http_methods(["GET", "HEAD", "POST"])
def new_goal(request: Visit, mentorship_id: UUID) -> HttpResponse:
    """Write one down."""
    mentorship = with_trait(request.person, mentorship_id, "goals")
    form = GoalForm(request.POST or None)
    if (
        request.method == "POST"
        and form.is_valid()
        and attempt(
            request,
            lambda: Goal.set(mentorship, owner=request.person, **_said(form)),
            said=_("Written down."),
        )
    ):
        return redirect("together:mentorship", mentorship_id)
    context = {"form": form}
    return shown(request, "together/new_goal.html", mentorship, context, status=400 if form.errors else 200)


def _said(form: GoalForm) -> dict[str, Any]:
    given = form.cleaned_data
    fields = {name: given[name] for name in ("title", "confidence", "shared")}
    return {"levels": form.texts(), "weight": given["weight"] or 1, **fields}


@for_a_person
@require_safe
def goal(request: Visit, mentorship_id: UUID, goal_id: UUID) -> HttpResponse:
    """One goal, its five levels, and what may be done with it now."""
    mentorship, found = goal_for(request.person, mentorship_id, goal_id)
    return shown(request, "together/goal.html", mentorship, lambda: _shown(request.person, found))


def _shown(
    person: Person,
    found: Goal,
    form: LevelForm | None = None,
    instead: GoalForm | None = None,
) -> dict[str, Any]:
    texts = found.levels or [""] * len(LEVELS)
    levels = [(each, LEVEL_NAMES[each], text) for each, text in zip(LEVELS, texts, strict=True)]
    actions = Action.objects.visible_to(person).filter(goal=found)
    return {
        "goal": found,
        "mine": found.owner_id == person.pk,
        "levels": levels,
        "may": GOAL_STEPS[found.state],
        "actions": list(actions),
        "form": form or LevelForm(initial={"level": found.level}),
        "instead": instead or GoalForm(initial={"title": found.title}),
    }


@for_a_person
@require_POST
def goal_level(request: Visit, mentorship_id: UUID, goal_id: UUID) -> HttpResponse:
    """Where it stands; with `over` it is finished there."""
    mentorship, found = goal_for(request.person, mentorship_id, goal_id)
    form = LevelForm(request.POST)
    if not form.is_valid():
        return shown(
            request,
            "together/goal.html",
            mentorship,
            lambda: _shown(request.person, found, form),
            status=400,
        )
    said = form.cleaned_data
    act = (
        partial(found.finish, **said) if "over" in request.POST else partial(found.rate, level=said["level"])
    )
    attempt(request, lambda: act(request.person), said=_("Noted."))
    return redirect("together:goal", mentorship_id, goal_id)


@for_a_person
@require_POST
def goal_adjustment(request: Visit, mentorship_id: UUID, goal_id: UUID) -> HttpResponse:
    """Another goal takes its place."""
    mentorship, found = goal_for(request.person, mentorship_id, goal_id)
    form = GoalForm(request.POST)
    if not form.is_valid():
        return shown(
            request,
            "together/goal.html",
            mentorship,
            lambda: _shown(request.person, found, instead=form),
            status=400,
        )
    said = {"title": form.cleaned_data["title"], "levels": [text for text in form.texts() if text]}
    attempt(request, lambda: found.adjust(request.person, **said), said=_("Written down."))
    return redirect("together:mentorship", mentorship_id)


@for_a_person
@require_POST
def goal_agreement(request: Visit, mentorship_id: UUID, goal_id: UUID) -> HttpResponse:
    """Another finds it good."""
    _mentorship, found = goal_for(request.person, mentorship_id, goal_id)
    attempt(request, lambda: found.agree(request.person), said=_("Agreed."))
    return redirect("together:goal", mentorship_id, goal_id)


@for_a_person
@require_POST
def goal_beginning(request: Visit, mentorship_id: UUID, goal_id: UUID) -> HttpResponse:
    """Begin with it, or take it up again."""
    _mentorship, found = goal_for(request.person, mentorship_id, goal_id)
    attempt(request, lambda: found.start(request.person))
    return redirect("together:goal", mentorship_id, goal_id)


@for_a_person
@require_POST
def goal_rest(request: Visit, mentorship_id: UUID, goal_id: UUID) -> HttpResponse:
    """Let it rest."""
    _mentorship, found = goal_for(request.person, mentorship_id, goal_id)
    attempt(request, lambda: found.park(request.person), said=_("It rests until you take it up again."))
    return redirect("together:goal", mentorship_id, goal_id)


@for_a_person
@require_POST
def goal_letting_go(request: Visit, mentorship_id: UUID, goal_id: UUID) -> HttpResponse:
    """Let it go."""
    _mentorship, found = goal_for(request.person, mentorship_id, goal_id)
    done = attempt(request, lambda: found.drop(request.person), said=_("Let go."))
    if done:
        return redirect("together:mentorship", mentorship_id)
    return redirect("together:goal", mentorship_id, goal_id)
