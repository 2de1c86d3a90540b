"""Finding a thread for whoever asks; what is not theirs does not exist."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.shortcuts import get_object_or_404

from cairn.conversations.message import Message
from cairn.conversations.thread import Thread

if TYPE_CHECKING:
    from cairn.people.person import Person


def thread_for(person: Person, thread_id: UUID) -> Thread:
    """The thread; 404 for everybody else."""
    found: Thread = get_object_or_404(Thread.objects.visible_to(person), pk=thread_id)
    return found


def own_message(person: Person, message_id: UUID) -> Message:
    """A message this person wrote; 404 for everybody else."""
    mine = Message.objects.visible_to(person).filter(author=person).select_related("thread")
    found: Message = get_object_or_404(mine, pk=message_id)
    return found


def number_in(text: str | None, *, default: int = 0) -> int:
    """A number of an address or a form, or the default for anything that is none."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else default  # noqa: PLR2004 - as the column
