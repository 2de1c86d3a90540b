"""A flash as its two people see it: a card to prepare from, then what came of it and what next."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from cairn.conversations.thread import Thread
from cairn.meetings.refusal import Refused as NotCalledOff
from cairn.mentorships.refusal import Refused as NotTold
from cairn.people.vocabulary import labels_for
from cairn.stories.flash import Flash
from cairn.stories.refusal import Refused
from cairn.stories.wish import Wish, continued
from cairn.web.shell.visiting import Visit, for_a_person


@for_a_person
@require_safe
def flash(request: Visit, flash_id: UUID) -> HttpResponse:
    """One page for both, each with their own acts."""
    person, asked = request.person, flash_for(request, flash_id)
    label = labels_for([asked.topic], organisation=person.organisation_id)[asked.topic]
    context = {
        "flash": asked,
        "meeting": asked.meeting,
        "other": asked.other(person),
        "asks": person.pk == asked.asker_id,
        "label": label,
        "blocks": asked.mentorship.kind.agenda.of_meeting(1),
        "told": asked.told(),
        "wish": Wish.objects.visible_to(person).filter(flash=asked).first(),
        "continued": continued(asked),
        "thread": Thread.objects.visible_to(person).of_origin(asked.mentorship_id).first(),
        "zone": person.zone or person.organisation.zone,
    }
    return render(request, "asking/flash.html", context)


@for_a_person
@require_POST
def cancellation(request: Visit, flash_id: UUID) -> HttpResponse:
    """Call it off; the slot is somebody else's chance."""
    asked = flash_for(request, flash_id)
    _attempt(request, lambda: asked.call_off(request.person), _("Called off. The slot is free for others."))
    return redirect("asking:ask")


@for_a_person
@require_POST
def impact(request: Visit, flash_id: UUID) -> HttpResponse:
    """Say what one did with the answer."""
    asked, words = flash_for(request, flash_id), request.POST.get("words", "")
    thanks = _("Thank you. %(name)s reads it now.") % {"name": asked.expert.name}
    _attempt(request, lambda: asked.tell(request.person, words), thanks)
    return redirect("asking:flash", flash_id)


@for_a_person
@require_POST
def wish(request: Visit, flash_id: UUID) -> HttpResponse:
    """Say whether one wants more; the other learns of it only if both do."""
    asked, more = flash_for(request, flash_id), request.POST.get("more") == "yes"
    done = _("Noted. Nobody sees it unless you both say yes.")
    _attempt(request, lambda: Wish.say(asked, by=request.person, more=more), done)
    return redirect("asking:flash", flash_id)


def flash_for(request: Visit, flash_id: UUID) -> Flash:
    """One of this person's flashes, or nothing there."""
    found: Flash = get_object_or_404(Flash.objects.visible_to(request.person), pk=flash_id)
    return found


def _attempt(request: Visit, act: Callable[[], object], done: str) -> None:
    """Do it and say so, or say why not."""
    try:
        act()
    except (Refused, NotTold, NotCalledOff) as refused:
        messages.warning(request, str(refused))
    else:
        messages.success(request, done)
