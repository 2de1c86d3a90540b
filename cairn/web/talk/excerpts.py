"""A few words around what was looked for."""

from __future__ import annotations

from dataclasses import dataclass

from cairn.conversations.message import Message
from cairn.kernel.text import first_name_of, fold, single_line

AROUND = 60
LENGTH = 220


@dataclass(frozen=True, slots=True)
class Excerpt:
    """`text` begins near the first word found; `before` is the number the page that shows it stops at."""

    message: Message
    author: str
    text: str
    before: int


def excerpt(message: Message, words: str) -> Excerpt:
    """The part of a message that shows why it was found."""
    line = single_line(message.body, most=100_000)
    wanted = fold(words).split()
    # Folding may change lengths a little; near enough is near enough for a glance.
    place = max(0, fold(line).find(wanted[0]) - AROUND) if wanted else 0
    start = line.rfind(" ", 0, place) + 1 if place else 0
    text = single_line(("…" if start else "") + line[start:], most=LENGTH)
    return Excerpt(message, first_name_of(message.author.name), text, message.number + 1)
