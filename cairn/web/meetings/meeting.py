"""The page of one meeting: when, what about, what was noted, and what can be done with it now."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cairn.kernel import clock
from cairn.meetings import rules, state
from cairn.meetings.agenda import agenda_of, hand_for
from cairn.meetings.attending import GRACE
from cairn.meetings.kinds import LETTER, PAIR
from cairn.meetings.looking import next_of
from cairn.meetings.meeting import Meeting
from cairn.meetings.note import Note
from cairn.meetings.slots import zone_of
from cairn.mentorships.agreement import Agreement
from cairn.people.person import Person
from cairn.web.meetings.doors import meeting_for
from cairn.web.meetings.letters import blocks_shown
from cairn.web.meetings.when import told
from cairn.web.shell.visiting import Visit, for_a_person

#: From this long before the start people may say that they run late.
SOON = timedelta(hours=2)


@for_a_person
@require_safe
def meeting(request: Visit, meeting_id: UUID) -> HttpResponse:
    """Everything about it, for those who are asked."""
    found = meeting_for(request.person, meeting_id)
    return render(request, "meetings/meeting.html", shown(found, request.person, turn=_turn(request)))


def shown(found: Meeting, person: Person, *, turn: int = 0) -> dict[str, Any]:
    """The page's words."""
    now, others = clock.now(), found.others(person)
    stands = found.state in state.STANDING
    notes = Note.objects.visible_to(person).filter(meeting=found)
    return {
        "meeting": found,
        "mine": found.place_of(person),
        "others": others,
        "when": told(found.starts_at, found.ends_at, person, others),
        "zone": zone_of(person),
        "stands": stands,
        "proposed": found.state == state.PROPOSED,
        "took_place": found.state in state.TOOK_PLACE,
        "in_writing": found.kind == LETTER,
        "begun": stands and found.starts_at <= now,
        "may_miss": stands and found.starts_at + GRACE <= now,
        "late_soon": stands and found.starts_at - SOON <= now < found.ends_at,
        "may_change": rules.may_change(person, found),
        "latenesses": list(found.latenesses.select_related("by")),
        "parts": agenda_of(found, person),
        "blocks": blocks_shown(found, person) if found.kind == LETTER else [],
        "hand": hand_for(found, turn=turn),
        "turn": turn + 1,
        "notes": list(notes.select_related("author", "meeting")),
        "share_first": _shares_notes(found),
        "following": _following(found),
        "regular": found.kind == PAIR and found.mentorship_id and not found.series_id,
    }


def _shares_notes(found: Meeting) -> bool:
    """What they agreed about notes is what the tick begins with."""
    agreed = Agreement.objects.agreed().filter(mentorship=found.mentorship_id).first()
    return agreed is None or agreed.notes_shared


def _following(found: Meeting) -> Meeting | None:
    """The one after it, where there is one."""
    if found.mentorship is None:
        return None
    ahead = next_of([found.mentorship]).get(found.mentorship.pk)
    if ahead is not None and ahead.pk != found.pk:
        return ahead
    later = Meeting.objects.of_mentorship(found.mentorship).standing().filter(starts_at__gt=found.starts_at)
    following: Meeting | None = later.first()
    return following


def _turn(request: Visit) -> int:
    """Which hand of cards: 0 first, one more with every draw."""
    asked = request.GET.get("hand", "")
    return int(asked) if asked.isascii() and asked.isdecimal() and len(asked) < len("100") else 0
