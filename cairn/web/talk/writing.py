"""Writing: a message, and a draft of one. A page with script gets a short answer, one without the page."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from cairn.conversations.draft import Draft
from cairn.conversations.posting import MOST_LETTERS
from cairn.conversations.refusal import Refused
from cairn.web.shell.visiting import Visit, for_a_person
from cairn.web.talk.finding import thread_for
from cairn.web.talk.saying import Saying
from cairn.web.talk.thread import page_of


@for_a_person
@require_POST
def messages_of(request: Visit, thread_id: UUID) -> HttpResponse:
    """Say something; sent again with the same id it changes nothing."""
    thread = thread_for(request.person, thread_id)
    saying = Saying(request.POST, request.FILES)
    if saying.is_valid():
        try:
            said = saying.cleaned_data["body"]
            thread.post(request.person, said, client_id=saying.once, files=saying.parcels())
        except Refused as refused:
            saying.mend(refused)
        else:
            return HttpResponse(status=204) if _speaks_json(request) else redirect("talk:thread", thread.pk)
    if _speaks_json(request):
        faults = [str(fault) for faults in saying.errors.values() for fault in faults]
        return JsonResponse({"faults": faults}, status=422)
    return render(request, "talk/thread.html", page_of(request.person, thread, saying=saying), status=422)


@for_a_person
@require_POST
def draft(request: Visit, thread_id: UUID) -> HttpResponse:
    """Keep what was typed so far."""
    thread = thread_for(request.person, thread_id)
    Draft.keep(thread, request.person, request.POST.get("body", "")[:MOST_LETTERS])
    return HttpResponse(status=204)


def _speaks_json(request: Visit) -> bool:
    return request.headers.get("Accept", "").startswith("application/json")
