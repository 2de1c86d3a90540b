"""How one likes to talk: in quiet, with or without read marks, and with whom not at all."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from cairn.conversations.blocking import block, unblock
from cairn.conversations.manner import Manner
from cairn.conversations.participant import Participant
from cairn.kernel.text import first_name_of
from cairn.web.shell.visiting import Visit, for_a_person
from cairn.web.talk.bell import ring
from cairn.web.talk.finding import thread_for


@for_a_person
@require_POST
def quiet(request: Visit, thread_id: UUID) -> HttpResponse:
    """No notices about this thread, or notices again."""
    thread = thread_for(request.person, thread_id)
    on = request.POST.get("on") == "1"
    thread.parts.get(person=request.person).mute(on=on)
    messages.success(
        request, _("You get no notices about this thread.") if on else _("You get notices about it again.")
    )
    return redirect("talk:thread", thread.pk)


@for_a_person
@require_POST
def read_marks(request: Visit) -> HttpResponse:
    """Show how far one has read, or no longer; the same for every thread."""
    on = request.POST.get("on") == "1"
    Manner.show_read(request.person, on=on)
    messages.success(
        request,
        _("Others see how far you have read, if they show you the same.")
        if on
        else _("Nobody sees how far you have read."),
    )
    back = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(back, allowed_hosts=None) and back.startswith("/talk/")
    return redirect(back if safe else "talk:threads")


@for_a_person
@require_POST
def block_person(request: Visit, participant_id: UUID) -> HttpResponse:
    """From now on nothing of theirs arrives, anywhere."""
    part = _somebody_else(request, participant_id)
    block(request.person, other=part.person)
    name = first_name_of(part.person.name)
    messages.success(
        request, _("Nothing from %(name)s reaches you any more. They are not told.") % {"name": name}
    )
    ring(part.thread_id)
    return redirect("talk:thread", part.thread_id)


@for_a_person
@require_POST
def unblock_person(request: Visit, participant_id: UUID) -> HttpResponse:
    """Let words pass again."""
    part = _somebody_else(request, participant_id)
    unblock(request.person, other=part.person)
    ring(part.thread_id)
    return redirect("talk:thread", part.thread_id)


def _somebody_else(request: Visit, participant_id: UUID) -> Participant:
    others = Participant.objects.visible_to(request.person).exclude(person=request.person)
    found: Participant = get_object_or_404(others.select_related("person"), pk=participant_id)
    return found
