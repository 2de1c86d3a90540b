"""The company of a thread: who is in it besides the reader, and whether words still reach anybody."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext as _

from cairn.conversations.participant import Participant
from cairn.kernel.text import first_name_of
from cairn.people.block import Block, blocks_among

if TYPE_CHECKING:
    from cairn.conversations.thread import Thread
    from cairn.people.person import Person


@dataclass(frozen=True, slots=True)
class Company:
    """`blocked` are those the reader blocked; `open` where somebody is there to read what they write."""

    mine: Participant
    others: list[Participant]
    blocked: list[Participant]
    open: bool

    @property
    def title(self) -> str:
        """The other one's name, or everybody's first names."""
        names = [part.person.name for part in self.others]
        if len(names) == 1:
            return names[0]
        return ", ".join(map(first_name_of, names)) or _("Nobody else")

    @property
    def first(self) -> str:
        """What to call them in a sentence."""
        names = [part.person.name for part in self.others]
        return first_name_of(names[0]) if len(names) == 1 else _("everybody")

    @property
    def people(self) -> list[Person]:
        """The others."""
        return [part.person for part in self.others]


def companies(reader: Person, threads: Iterable[Thread]) -> dict[UUID, Company]:
    """The company of each thread; three queries, however many threads."""
    parts: dict[UUID, list[Participant]] = {thread.pk: [] for thread in threads}
    for part in Participant.objects.filter(thread__in=parts).select_related("person"):
        parts[part.thread_id].append(part)
    everybody = {part.person_id for rows in parts.values() for part in rows}
    apart = {other for one, other in blocks_among(everybody) if one == reader.pk}
    said = Block.objects.visible_to(reader).filter(blocked__in=apart) if apart else Block.objects.none()
    blocked = set(said.values_list("blocked_id", flat=True))
    return {pk: _company(reader, rows, apart, blocked) for pk, rows in parts.items()}


def company_of(reader: Person, thread: Thread) -> Company:
    """Of one thread."""
    return companies(reader, [thread])[thread.pk]


def _company(
    reader: Person, rows: list[Participant], apart: Collection[UUID], blocked: Collection[UUID]
) -> Company:
    mine = next(part for part in rows if part.person_id == reader.pk)
    others = [part for part in rows if part is not mine]
    present = [part for part in others if part.left_at is None]
    reached = any(part.person_id not in apart for part in present)
    return Company(
        mine=mine,
        others=present or others,
        blocked=[part for part in others if part.person_id in blocked],
        open=mine.left_at is None and reached,
    )
