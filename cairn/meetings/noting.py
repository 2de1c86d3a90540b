"""Writing notes: each is shared or one's own, and may become the other."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from cairn.kernel import clock
from cairn.meetings import rules
from cairn.meetings.note import LONGEST, Note
from cairn.meetings.refusal import Refused

if TYPE_CHECKING:
    from cairn.meetings.meeting import Meeting
    from cairn.people.person import Person


@transaction.atomic
def jot(meeting: Meeting, person: Person, body: str, *, shared: bool, block: str = "") -> Note:
    """Keep a note. Notes may be added long after the meeting."""
    if not rules.may_attend(person, meeting):
        raise Refused("not_yours", _("You are not asked to this meeting."))
    made = Note(
        organisation_id=meeting.organisation_id,
        meeting=meeting,
        block=block,
        author=person,
        shared=shared,
        at=clock.now(),
        body=_words(body),
    )
    made.save()
    return made


@transaction.atomic
def rewrite(note: Note, person: Person, body: str, *, shared: bool) -> None:
    """Change one's own note, or who reads it; sealed anew with the key that then fits."""
    if note.author_id != person.pk:
        raise Refused("not_yours", _("Only who wrote a note may change it."))
    note.write(_words(body), shared=shared)


def tear_up(meeting: Meeting, person: Person, note: UUID) -> None:
    """Remove a note of one's own."""
    Note.objects.filter(meeting=meeting, author=person, pk=note).delete()


def _words(body: str) -> str:
    words = body.strip()
    if not words or len(words) > LONGEST:
        raise Refused("length", _("Write a few words, up to 10,000 characters."))
    return words
