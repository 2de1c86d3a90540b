"""The agenda as letters: each block with what everybody wrote, and room for one's own."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from cairn.meetings import state
from cairn.meetings.agenda import blocks_of
from cairn.meetings.letter import Letter
from cairn.meetings.lettering import write
from cairn.meetings.meeting import Meeting
from cairn.people.person import Person
from cairn.web.meetings.doors import attempt, meeting_for
from cairn.web.shell.visiting import Visit, for_a_person


@dataclass
class Page:
    """One block: its questions, the letters others have written, and one's own."""

    key: str
    title: str
    prompts: tuple[str, ...]
    written: list[Letter] = field(default_factory=list)
    mine: Letter | None = None


def blocks_shown(meeting: Meeting, reader: Person) -> list[Page]:
    """Block by block, in the order of the agenda."""
    pages = {block.key: Page(block.key, block.title, block.prompts_said()) for block in blocks_of(meeting)}
    for letter in meeting.letters.select_related("person", "meeting"):
        page = pages.get(letter.block)
        if page is None:
            continue
        if letter.person_id == reader.pk:
            page.mine = letter
        elif letter.answered_at:
            page.written.append(letter)
    return list(pages.values())


@for_a_person
@require_POST
def letter(request: Visit, meeting_id: UUID) -> HttpResponse:
    """Answer one block, or change one's answer."""
    meeting = meeting_for(request.person, meeting_id)
    block, body = request.POST.get("block", ""), request.POST.get("body", "")
    done = attempt(request, lambda: write(meeting, request.person, block=block, body=body))
    meeting.refresh_from_db()
    if done and meeting.state in state.TOOK_PLACE:
        attempt(request, lambda: None, said=_("All letters are written. This counts as a meeting."))
    return redirect(f"/meetings/{meeting_id}/#{block if block.replace('-', '').isalnum() else ''}")
