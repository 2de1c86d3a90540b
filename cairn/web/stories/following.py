"""Following, making a step one's own, and taking a seat when somebody answers live."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from cairn.kernel import clock
from cairn.meetings.seating import take_seat
from cairn.stories.adoption import Adoption
from cairn.stories.follow import Follow
from cairn.stories.live_answer import LiveAnswer
from cairn.stories.path_step import PathStep
from cairn.web.shell.visiting import Visit, for_a_person
from cairn.web.stories.doors import attempt, role_model_for


@for_a_person
@require_POST
def following(request: Visit, role_model_id: UUID) -> HttpResponse:
    """Follow, or no longer."""
    model = role_model_for(request, role_model_id)
    standing = Follow.objects.filter(role_model=model, person=request.person).first()
    if standing and request.POST.get("follow") == "no":
        attempt(request, standing.end, _("You follow this path no longer."))
    else:
        done = _("You follow this path. Nobody is told.")
        attempt(request, lambda: Follow.begin(model, by=request.person), done)
    return redirect("stories:path", role_model_id)


@for_a_person
@require_POST
def adoption(request: Visit, step_id: UUID) -> HttpResponse:
    """Make a step a goal of one's own."""
    seen = PathStep.objects.visible_to(request.person).select_related("role_model__programme")
    step = get_object_or_404(seen, pk=step_id)
    done = _("It is a goal of yours now, seen by nobody but you.")
    attempt(request, lambda: Adoption.of(step, by=request.person), done)
    return redirect("stories:path", step.role_model_id)


@for_a_person
@require_POST
def seat(request: Visit, role_model_id: UUID) -> HttpResponse:
    """Take a seat at the next live answer."""
    model = role_model_for(request, role_model_id)
    live = LiveAnswer.objects.filter(role_model=model).ahead(clock.now()).select_related("meeting").first()
    if live:
        attempt(request, lambda: take_seat(live.meeting, request.person), _("Your seat is kept."))
    return redirect("stories:path", role_model_id)
