"""A pair in a list: two names, the first reason, and what was decided about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from cairn.kernel.text import first_name_of
from cairn.matching.lock import Lock
from cairn.matching.wording import said
from cairn.matching.words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cairn.matching.pairing import Pairing
    from cairn.matching.run import Run
    from cairn.matching.words import Words
    from cairn.people.person import Person


@dataclass(frozen=True, slots=True)
class Row:
    """One pair, in words."""

    id: UUID
    mentee: Person
    mentor: Person
    strength: str
    first_reason: str
    is_locked: bool
    by_hand: bool


def rows_of(run: Run, pairings: Iterable[Pairing]) -> list[Row]:
    """Pairings (with their people) in words; the number of queries does not grow with them."""
    words = words_of(run.programme)
    locked = set(Lock.objects.filter(programme=run.programme_id).values_list("mentee_id", "mentor_id"))
    return [_row(each, words, is_locked=(each.mentee_id, each.mentor_id) in locked) for each in pairings]


def _row(pairing: Pairing, words: Words, *, is_locked: bool) -> Row:
    mentee, mentor = pairing.mentee.person, pairing.mentor.person
    names = {"mentee": first_name_of(mentee.name), "mentor": first_name_of(mentor.name)}
    reasons = said(pairing.card(), to="coordinator", words=words, **names).reasons
    return Row(
        id=pairing.pk,
        mentee=mentee,
        mentor=mentor,
        strength=pairing.strength,
        first_reason=next(iter(reasons), ""),
        is_locked=is_locked,
        by_hand=pairing.by_hand,
    )
