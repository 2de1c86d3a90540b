"""Erasing a thread: the rows and files, from the leaves up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cairn.conversations.attachment import Attachment
from cairn.conversations.draft import Draft
from cairn.conversations.message import Message
from cairn.conversations.participant import Participant

if TYPE_CHECKING:
    from cairn.conversations.thread import Thread


def erase(thread: Thread) -> None:
    """Everything in a thread, and the thread."""
    for attachment in Attachment.objects.filter(message__thread=thread).select_related("file"):
        attachment.erase()
    Message.objects.filter(thread=thread).delete()
    Draft.objects.filter(thread=thread).delete()
    Participant.objects.filter(thread=thread).delete()
    thread.delete()
