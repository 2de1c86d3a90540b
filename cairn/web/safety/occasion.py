"""The occasion of a report: the thread or message somebody came from, as far as it is theirs to read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import Http404, QueryDict
from django.shortcuts import get_object_or_404

from cairn.conversations.message import Message
from cairn.conversations.participant import Participant
from cairn.conversations.thread import Thread

if TYPE_CHECKING:
    from cairn.people.person import Person


@dataclass(frozen=True, slots=True)
class Occasion:
    """`people` are those it could be about; `message` is one that can be quoted."""

    people: list[Person] = field(default_factory=list)
    thread: Thread | None = None
    message: Message | None = None


def occasion_of(person: Person, query: QueryDict) -> Occasion:
    """From the address; an id that is not theirs does not exist."""
    if "thread" not in query:
        return Occasion()
    thread = get_object_or_404(Thread.objects.visible_to(person), pk=_uuid(query.get("thread", "")))
    parts = Participant.objects.visible_to(person).filter(thread=thread).exclude(person=person)
    people = [part.person for part in parts.select_related("person")]
    if "message" not in query:
        return Occasion(people, thread)
    readable = Message.objects.visible_to(person).filter(thread=thread).exclude(author=person)
    message = get_object_or_404(readable.select_related("author"), pk=_uuid(query.get("message", "")))
    return Occasion([message.author], thread, message)


def _uuid(text: Any) -> UUID:
    try:
        return UUID(str(text))
    except ValueError:
        raise Http404 from None
