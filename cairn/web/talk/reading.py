"""Reading: the page says how far its reader has come."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from cairn.conversations.manner import showing_read
from cairn.web.shell.visiting import Visit, for_a_person
from cairn.web.talk.bell import ring
from cairn.web.talk.finding import number_in, thread_for


@for_a_person
@require_POST
def reading(request: Visit, thread_id: UUID) -> HttpResponse:
    """Read up to a number; the others hear of it only where this person shows it."""
    thread = thread_for(request.person, thread_id)
    new = thread.read(request.person, upto=number_in(request.POST.get("upto"), default=thread.latest))
    if new and showing_read([request.person.pk]):
        ring(thread.pk)
    if request.POST.get("stay"):
        return redirect("talk:thread", thread.pk)
    return HttpResponse(status=204)
