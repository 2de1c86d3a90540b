"""One's own path: words, stones, posts, questions, a live hour, and whether it is open."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from cairn.kernel import clock
from cairn.stories.asked import Asked, top_of
from cairn.stories.live_answer import LiveAnswer
from cairn.stories.path_step import PathStep
from cairn.stories.role_model import RoleModel
from cairn.stories.story import Story
from cairn.stories.take_down import reasons_for
from cairn.web.shell.visiting import Visit, for_a_person
from cairn.web.stories.doors import attempt, begun_path, own_path
from cairn.web.stories.forms import Live, Post, Step, Words
from cairn.web.stories.reading import questions_of, stones_of

POSTS = 10


@for_a_person
@require_safe
def mine(request: Visit) -> HttpResponse:
    """Everything one can do about it on one page, the next thing first."""
    return _page(request)


def _page(request: Visit, **wrong: forms.Form) -> HttpResponse:
    """The page; `wrong` are forms that need a look, by name."""
    model, person = own_path(request), request.person
    written = {} if model is None else {name: getattr(model, name) for name in Words.base_fields}
    context = {
        "model": model,
        "words": Words(initial=written),
        "step": Step(),
        "post": Post(),
        "live": Live(),
        "zone": person.zone or person.organisation.zone,
        **(_about(model, request) if model else {}),
        **wrong,
    }
    return render(request, "stories/mine.html", context)


def _about(model: RoleModel, request: Visit) -> dict[str, Any]:
    posts = list(Story.objects.filter(role_model=model)[:POSTS])
    reasons = reasons_for([model.pk, *(post.pk for post in posts)])
    top = {each.pk for each in top_of(model, clock.today().replace(day=1))}
    return {
        "stones": stones_of(model, request.person),
        "posts": [(post, reasons.get(post.pk, "")) for post in posts],
        "reason": reasons.get(model.pk, ""),
        "followers": model.follows.count(),
        "questions": [
            {**each, "top": each["asked"].pk in top}
            for each in questions_of(model, request.person, answered=False)
        ],
        "answered": Asked.objects.filter(role_model=model, reply__isnull=False).count(),
        "next_live": LiveAnswer.objects.filter(role_model=model).ahead(clock.now()).first(),
    }


@for_a_person
@require_POST
def words(request: Visit) -> HttpResponse:
    """How it began, and what one would do now."""
    model, form = begun_path(request), Words(request.POST)
    if not form.is_valid():
        return _page(request, words=form)
    attempt(request, lambda: model.describe(**form.cleaned_data), _("Kept."))
    return redirect("stories:mine")


@for_a_person
@require_POST
def steps(request: Visit) -> HttpResponse:
    """Lay a stone."""
    model, form = begun_path(request), Step(request.POST)
    if not form.is_valid():
        return _page(request, step=form)
    attempt(request, lambda: PathStep.lay(model, **form.cleaned_data), _("The stone is laid."))
    return redirect("stories:mine")


@for_a_person
@require_POST
def removal(request: Visit, step_id: UUID) -> HttpResponse:
    """Take a stone away."""
    step = get_object_or_404(PathStep.objects.filter(role_model__person=request.person), pk=step_id)
    attempt(request, step.remove, _("The stone is gone."))
    return redirect("stories:mine")


@for_a_person
@require_POST
def showing(request: Visit) -> HttpResponse:
    """Open the path, or close it."""
    model = begun_path(request)
    if request.POST.get("show") == "no":
        attempt(request, model.hide, _("Your path is closed. What you wrote stays."))
    else:
        attempt(request, model.show, _("Your path is open."))
    return redirect("stories:mine")


@for_a_person
@require_POST
def posts(request: Visit) -> HttpResponse:
    """Post a story."""
    model, form = begun_path(request), Post(request.POST)
    if not form.is_valid():
        return _page(request, post=form)
    attempt(request, lambda: Story.post(model, form.cleaned_data["words"]), _("Posted."))
    return redirect("stories:mine")


@for_a_person
@require_POST
def live(request: Visit) -> HttpResponse:
    """Invite everybody to a live answer."""
    model, form = begun_path(request), Live(request.POST)
    if not form.is_valid():
        return _page(request, live=form)
    at, title = _here(form.cleaned_data["at"], request), form.cleaned_data["title"]
    attempt(request, lambda: LiveAnswer.announce(model, at=at, title=title), _("Announced, with 50 seats."))
    return redirect("stories:mine")


def _here(at: datetime, request: Visit) -> datetime:
    """The hour as the clock on the writer's wall shows it."""
    zone = ZoneInfo(request.person.zone or request.person.organisation.zone)
    return at.replace(tzinfo=zone)
