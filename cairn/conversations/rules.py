"""May they? Plain predicates, asked with the people of a thread at hand."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING
from uuid import UUID

from cairn.conversations.participant import Participant
from cairn.people.block import blocks_among

if TYPE_CHECKING:
    from cairn.conversations.thread import Thread
    from cairn.people.person import Person


def reached_by(person: Person, thread: Thread) -> frozenset[UUID]:
    """Whom this person's words reach here: everybody present, but for those a block stands between.

    Empty where they left, or where nobody is left to hear them. Two queries.
    """
    present = set(Participant.objects.filter(thread=thread).present().values_list("person_id", flat=True))
    if person.pk not in present:
        return frozenset()
    return frozenset(present - {person.pk} - blocked_for(person.pk, present))


def blocked_for(person_id: UUID, people: Collection[UUID]) -> set[UUID]:
    """Those among these people whom a block parts from one of them."""
    return {other for one, other in blocks_among({*people, person_id}) if one == person_id}


def may_post(person: Person, thread: Thread) -> bool:
    """Write here: somebody must be there to read it."""
    return bool(reached_by(person, thread))
