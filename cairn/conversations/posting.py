"""Posting: one message with what comes with it, stored once however often it is sent."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from cairn.conversations import rules
from cairn.conversations.draft import Draft
from cairn.conversations.message import Message
from cairn.conversations.parcel import MOST_PARCELS, Parcel
from cairn.conversations.pulse import locked
from cairn.conversations.refusal import Refused
from cairn.kernel import clock

if TYPE_CHECKING:
    from cairn.conversations.thread import Thread
    from cairn.people.person import Person

MOST_LETTERS = 10_000
#: So many in a minute are no conversation.
MOST_A_MINUTE = 30


@transaction.atomic
def post(
    thread: Thread, person: Person, body: str, *, client_id: UUID, files: Iterable[Parcel], via: str
) -> Message:
    """Thread.post, in full: under the thread's lock, so a retry that overtakes the first finds it."""
    thread = locked(thread.pk)
    already: Message | None = Message.objects.filter(author=person, client_id=client_id).first()
    if already is not None:
        return already
    parcels = list(files)
    _refuse_unless_heard(person, thread)
    text = written(body, empty=bool(parcels))
    if len(parcels) > MOST_PARCELS:
        raise Refused("too_many", _("At most 5 files go with one message. Send the others with the next."))
    message = _number(Message(author=person, body=text, client_id=client_id, via=via), thread)
    for parcel in parcels:
        parcel.attach(message)
    Draft.keep(thread, person, "")
    thread.read(person)
    message.record_posted(person)
    return message


def written(body: str, *, empty: bool = False) -> str:
    """The words as they are kept; raises Refused for none (unless they may be `empty`) and for too many."""
    text = body.replace("\r\n", "\n").replace("\x00", "").strip()
    if not text and not empty:
        raise Refused("empty", _("There is nothing to send yet. Write a word or add a file."))
    if len(text) > MOST_LETTERS:
        raise Refused("too_long", _("That is longer than 10,000 letters. Send it in two messages."))
    return text


def _refuse_unless_heard(person: Person, thread: Thread) -> None:
    if not rules.may_post(person, thread):
        raise Refused(
            "closed", _("Nothing can be written here now. Your words are kept; nobody was told of them.")
        )
    lately = clock.now() - timedelta(minutes=1)
    if Message.objects.filter(author=person, sent_at__gt=lately).count() >= MOST_A_MINUTE:
        raise Refused("too_fast", _("That was a lot at once. Wait a minute; your words are still here."))


def _number(message: Message, thread: Thread) -> Message:
    """Give it its place in the thread, and save both."""
    now = clock.now()
    thread.latest += 1
    thread.pulse += 1
    thread.last_at = now
    thread.save(update_fields=["latest", "pulse", "last_at"])
    message.organisation_id, message.thread = thread.organisation_id, thread
    message.number, message.changed, message.sent_at = thread.latest, thread.pulse, now
    message.save(force_insert=True)
    return message
