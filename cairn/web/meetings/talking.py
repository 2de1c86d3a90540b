"""What the meeting is about, and what is noted: topics, cards, notes."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from cairn.meetings.agenda import FOCUS, add, lay_card, take_off
from cairn.meetings.note import Note
from cairn.meetings.noting import jot, rewrite, tear_up
from cairn.web.meetings.doors import attempt, meeting_for
from cairn.web.shell.visiting import Visit, for_a_person


@for_a_person
@require_POST
def topic(request: Visit, meeting_id: UUID) -> HttpResponse:
    """Add my topic."""
    meeting = meeting_for(request.person, meeting_id)
    words, block = request.POST.get("words", ""), request.POST.get("block", FOCUS)
    attempt(request, lambda: add(meeting, request.person, words, block=block), said=_("On the agenda."))
    return _back(meeting_id, "agenda")


@for_a_person
@require_POST
def card(request: Visit, meeting_id: UUID) -> HttpResponse:
    """Lay a question card on the table."""
    meeting = meeting_for(request.person, meeting_id)
    chosen = request.POST.get("card", "")
    attempt(request, lambda: lay_card(meeting, request.person, chosen), said=_("On the agenda."))
    return _back(meeting_id, "agenda")


@for_a_person
@require_POST
def topic_removal(request: Visit, meeting_id: UUID, item_id: UUID) -> HttpResponse:
    """Take one's own line off again."""
    meeting = meeting_for(request.person, meeting_id)
    take_off(meeting, request.person, item_id)
    return _back(meeting_id, "agenda")


@for_a_person
@require_POST
def note(request: Visit, meeting_id: UUID) -> HttpResponse:
    """Keep a note, shared or one's own."""
    meeting = meeting_for(request.person, meeting_id)
    body, shared = request.POST.get("body", ""), "shared" in request.POST
    attempt(request, lambda: jot(meeting, request.person, body, shared=shared), said=_("Kept."))
    return _back(meeting_id, "notes")


@for_a_person
@require_POST
def note_change(request: Visit, meeting_id: UUID, note_id: UUID) -> HttpResponse:
    """Change one's note, or who reads it."""
    meeting = meeting_for(request.person, meeting_id)
    found = get_object_or_404(Note.objects.visible_to(request.person), meeting=meeting, pk=note_id)
    body, shared = request.POST.get("body", ""), "shared" in request.POST
    attempt(request, lambda: rewrite(found, request.person, body, shared=shared), said=_("Kept."))
    return _back(meeting_id, "notes")


@for_a_person
@require_POST
def note_removal(request: Visit, meeting_id: UUID, note_id: UUID) -> HttpResponse:
    """Remove one's note."""
    meeting = meeting_for(request.person, meeting_id)
    tear_up(meeting, request.person, note_id)
    return _back(meeting_id, "notes")


def _back(meeting_id: UUID, place: str) -> HttpResponse:
    return redirect(f"/meetings/{meeting_id}/#{place}")
