"""Sets as bits: how many values two people share, for a block of mentees against all mentors."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from matchmaker.compiling import compiled, popcount

Words = NDArray[np.uint64]
Block = NDArray[np.float32]


def encode(
    mentors: Sequence[frozenset[Any] | None], mentees: Sequence[frozenset[Any] | None]
) -> tuple[Words, Words]:
    """Return uint64[words, mentors] and uint64[words, mentees]; only values that stand on both sides need
    a bit.
    """
    both = set().union(*(one for one in mentors if one)) & set().union(*(one for one in mentees if one))
    place = {value: bit for bit, value in enumerate(sorted(both))}
    return _bits(mentors, place), _bits(mentees, place)


def _bits(sets: Sequence[frozenset[Any] | None], place: dict[Any, int]) -> Words:
    found = np.zeros((max(1, -(-len(place) // 64)), len(sets)), np.uint64)
    for column, values in enumerate(sets):
        for bit in (place[value] for value in values or () if value in place):
            found[bit // 64, column] |= np.uint64(1 << (bit % 64))
    return found


def sizes(sets: Sequence[frozenset[Any] | None]) -> Block:
    """Return the size of each set, float32, nan for an unknown one."""
    return np.array([np.nan if one is None else len(one) for one in sets], np.float32)


@compiled
def shared(mentees: Words, mentors: Words, low: int, high: int, out: Block) -> None:
    """Write the number of shared values of mentees low…high-1 with each mentor into out[high-low,
    mentors].
    """
    for i in range(low, high):
        row = out[i - low]
        empty = True
        for word in range(mentees.shape[0]):
            mine, theirs = mentees[word, i], mentors[word]
            if mine != 0 and empty:
                for j in range(theirs.shape[0]):
                    row[j] = np.float32(popcount(mine & theirs[j]))
            elif mine != 0:
                for j in range(theirs.shape[0]):
                    row[j] += np.float32(popcount(mine & theirs[j]))
            empty = empty and mine == 0
        if empty:
            row[:] = 0


@compiled
def apart(mentees: Words, mentors: Words, low: int, high: int, out: NDArray[np.bool_]) -> None:
    """Mark mentors who share nothing with a mentee of low…high-1."""
    for i in range(low, high):
        row = out[i - low]
        row[:] = True
        for word in range(mentees.shape[0]):
            mine, theirs = mentees[word, i], mentors[word]
            if mine != 0:
                for j in range(theirs.shape[0]):
                    row[j] &= (mine & theirs[j]) == 0


@compiled
def unknown(out: Block, mentees: NDArray[np.bool_], mentors: NDArray[np.bool_]) -> None:
    """Write nan where either side is unknown; masks are bool[rows] and bool[columns]."""
    for i in range(out.shape[0]):
        row, mine = out[i], mentees[i]
        for j in range(row.shape[0]):
            row[j] = np.float32(np.nan) if mine or mentors[j] else row[j]
