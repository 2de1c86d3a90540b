"""Searching one's own threads. Words rest sealed, so this opens them, newest first, and stops in time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import Q

from cairn.conversations.message import Message
from cairn.kernel.text import fold
from cairn.vault.keys import keyring

if TYPE_CHECKING:
    from cairn.people.person import Person

CHUNK = 250
MOST_OPENED = 2000
MOST_FOUND = 20


class Found(NamedTuple):
    """What was found, and the moment up to which was looked; None where nothing older is left."""

    messages: list[Message]
    looked_back_to: datetime | None


def search(person: Person, words: str, *, before: datetime | None = None) -> Found:
    """Messages one may read that hold every word, newest first, looking back from `before` or from now.

    At most 2,000 messages are opened; whoever wants older ones asks again with `looked_back_to`.
    """
    wanted = fold(words).split()
    found: list[Message] = []
    if not wanted:
        return Found(found, None)
    readable = Message.objects.visible_to(person).filter(Q(taken_back_at=None))
    readable = readable.select_related("author", "thread").order_by("-sent_at", "-id")
    if before is not None:
        readable = readable.filter(sent_at__lt=before)
    for start in range(0, MOST_OPENED, CHUNK):
        rows = list(readable[start : start + CHUNK])
        found += _holding(rows, wanted)
        if len(found) >= MOST_FOUND:
            return Found(found[:MOST_FOUND], found[MOST_FOUND - 1].sent_at)
        if len(rows) < CHUNK:
            return Found(found, None)
    return Found(found, rows[-1].sent_at)


def _holding(rows: Sequence[Message], wanted: Sequence[str]) -> list[Message]:
    with keyring(rows):
        opened = [(row, fold(row.body)) for row in rows]
    return [row for row, text in opened if all(word in text for word in wanted)]
