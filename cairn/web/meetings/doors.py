"""The way in: a meeting or a mentorship one takes part in, and what happens when an act is refused."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404

from cairn.meetings.meeting import Meeting
from cairn.meetings.refusal import Refused
from cairn.mentorships.mentorship import Mentorship
from cairn.mentorships.refusal import Refused as RefusedByMentorship
from cairn.people.person import Person
from cairn.web.shell.visiting import Visit


def meeting_for(person: Person, meeting_id: UUID) -> Meeting:
    """One that this person is asked to; no other exists for them, coordinators included."""
    mine = Meeting.objects.of_person(person).with_people()
    found: Meeting = get_object_or_404(mine.select_related("series"), pk=meeting_id)
    return found


def mentorship_for(person: Person, mentorship_id: UUID) -> Mentorship:
    """One that this person is in, and has not left."""
    mine = Mentorship.objects.visible_to(person).select_related("programme", "organisation")
    found: Mentorship = get_object_or_404(mine.prefetch_related("members__person"), pk=mentorship_id)
    if found.member(person) is None:
        raise Http404
    return found


def attempt(request: Visit, act: Callable[[], object], *, said: str = "") -> bool:
    """Do it, and say that it was done, or why not."""
    try:
        act()
    except (Refused, RefusedByMentorship) as refused:
        messages.warning(request, str(refused))
        return False
    if said:
        messages.success(request, said)
    return True
