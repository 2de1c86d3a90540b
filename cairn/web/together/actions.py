"""Actions: set, done, taken along, let go."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from cairn.mentorships.action import Action
from cairn.web.shell.visiting import Visit, for_a_person
from cairn.web.together.action_form import NewAction
from cairn.web.together.doors import attempt, mentorship_for, shown


@for_a_person
@require_http_methods(["GET", "HEAD", "POST"])
def new_action(request: Visit, mentorship_id: UUID) -> HttpResponse:
    """Write one down."""
    mentorship = mentorship_for(request.person, mentorship_id)
    form = NewAction(request.POST or None, person=request.person, mentorship=mentorship)
    if (
        request.method == "POST"
        and form.is_valid()
        and attempt(
            request,
            lambda: Action.set(mentorship, owner=request.person, **form.cleaned_data),
            said=_("Noted."),
        )
    ):
        return _back(mentorship_id)
    context = {"form": form}
    return shown(request, "together/new_action.html", mentorship, context, status=400 if form.errors else 200)


def _back(mentorship_id: UUID) -> HttpResponseRedirect:
    return redirect(reverse("together:mentorship", args=[mentorship_id]) + "#actions")


def _action(request: Visit, mentorship_id: UUID, action_id: UUID) -> Action:
    mentorship = mentorship_for(request.person, mentorship_id)
    seen = Action.objects.visible_to(request.person).filter(mentorship=mentorship)
    found: Action = get_object_or_404(seen, pk=action_id)
    return found


@for_a_person
@require_POST
def action_done(request: Visit, mentorship_id: UUID, action_id: UUID) -> HttpResponse:
    """It is done."""
    action = _action(request, mentorship_id, action_id)
    attempt(request, lambda: action.tick(request.person), said=_("Done. Well walked."))
    return _back(mentorship_id)


@for_a_person
@require_POST
def action_carried(request: Visit, mentorship_id: UUID, action_id: UUID) -> HttpResponse:
    """Not yet: it comes along to the next meeting."""
    action = _action(request, mentorship_id, action_id)
    attempt(request, lambda: action.carry(request.person), said=_("Taken along to your next meeting."))
    return _back(mentorship_id)


@for_a_person
@require_POST
def action_dropped(request: Visit, mentorship_id: UUID, action_id: UUID) -> HttpResponse:
    """No longer wanted."""
    action = _action(request, mentorship_id, action_id)
    attempt(request, lambda: action.drop(request.person), said=_("Let go."))
    return _back(mentorship_id)
