"""Blocking: from this moment nothing of either reaches the other, in any thread. The other is not told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cairn.people.block import Block

if TYPE_CHECKING:
    from cairn.people.person import Person


def block(person: Person, *, other: Person) -> None:
    """Block somebody; saying it twice changes nothing."""
    Block.objects.get_or_create(organisation_id=person.organisation_id, person=person, blocked=other)


def unblock(person: Person, *, other: Person) -> None:
    """Take one's own block back; one that the other has said stays."""
    Block.objects.visible_to(person).filter(blocked=other).delete()
