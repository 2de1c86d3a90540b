"""Questions put to a role model: asking, sharing, answering."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from cairn.stories.asked import Asked
from cairn.stories.reply import Reply
from cairn.stories.upvote import Upvote
from cairn.web.shell.visiting import Visit, for_a_person
from cairn.web.stories.doors import asked_for, attempt, role_model_for


@for_a_person
@require_POST
def question(request: Visit, role_model_id: UUID) -> HttpResponse:
    """Ask, with a name or without."""
    model, words = role_model_for(request, role_model_id), request.POST.get("words", "")
    nameless = "anonymous" in request.POST
    done = _("Asked. The three most shared questions of a month are answered within two weeks.")
    attempt(request, lambda: Asked.put(model, by=request.person, words=words, anonymous=nameless), done)
    return redirect("stories:path", role_model_id)


@for_a_person
@require_POST
def upvote(request: Visit, asked_id: UUID) -> HttpResponse:
    """Say "I ask this too", or no longer."""
    asked = asked_for(request, asked_id)
    attempt(request, lambda: Upvote.turn(asked, by=request.person), _("Noted."))
    return redirect("stories:path", asked.role_model_id)


@for_a_person
@require_POST
def reply(request: Visit, asked_id: UUID) -> HttpResponse:
    """The role model answers."""
    asked, words = asked_for(request, asked_id), request.POST.get("words", "")
    done = _("Answered, for everybody who asks it.")
    attempt(request, lambda: Reply.give(asked, by=request.person, words=words), done)
    mine = asked.role_model.person_id == request.person.pk
    return redirect("stories:mine") if mine else redirect("stories:path", asked.role_model_id)
