"""The loops of kinds that hold sizes, numbers or directions against each other; nan goes through them as
unknown. float32[rows, mentors] throughout.
"""

import numpy as np
from numpy.typing import NDArray

from matchmaker.compiling import compiled
from matchmaker.criteria.criterion import Block


@compiled
def overlap(shared: Block, mentees: Block, mentors: Block) -> None:
    """Turn counts of shared words into shared / sqrt(mine * theirs)."""
    for i in range(shared.shape[0]):
        row, mine = shared[i], mentees[i]
        for j in range(row.shape[0]):
            both = mine * mentors[j]
            row[j] = row[j] / np.sqrt(np.float32(1) if both < 1 else both)


@compiled
def jaccard(shared: Block, mentees: Block, mentors: Block) -> None:
    """Turn counts of shared values into shared / (mine + theirs - shared)."""
    for i in range(shared.shape[0]):
        row, mine = shared[i], mentees[i]
        for j in range(row.shape[0]):
            row[j] = row[j] / (mine + mentors[j] - row[j])


@compiled
def scale(
    cosine: Block, words: Block, mentees: NDArray[np.bool_], mentors: NDArray[np.bool_], floor: np.float32
) -> None:
    """Turn cosines into max(0, (cosine - floor) / (1 - floor)), and into the words' part where a vector is
    missing.

    words is float32[rows, mentors], or float32[1, 1] when its one value, nan, holds everywhere.
    """
    one, room = np.float32(1), np.float32(1) - floor
    for i in range(cosine.shape[0]):
        row = cosine[i]
        for j in range(row.shape[0]):
            part = (row[j] - floor) / room
            part = part if part > 0 else np.float32(0)
            row[j] = part if part < 1 else one
        if words.shape[1] < row.shape[0]:
            for j in range(row.shape[0]):
                row[j] = row[j] if mentees[i] and mentors[j] else np.float32(np.nan)
        else:
            other = words[i]
            for j in range(row.shape[0]):
                row[j] = row[j] if mentees[i] and mentors[j] else other[j]


@compiled
def step(mentees: Block, mentors: Block, ideal: np.float32, room: np.float32, out: Block) -> None:
    """Write max(0, 1 - |mentor - mentee - ideal| / room)."""
    for i in range(out.shape[0]):
        row, mine = out[i], mentees[i]
        for j in range(row.shape[0]):
            part = np.float32(1) - np.abs(mentors[j] - mine - ideal) / room
            row[j] = np.float32(0) if part < 0 else part


@compiled
def reach(out: Block, target: np.float32) -> None:
    """Turn minutes into their share of a target, at most 1."""
    for i in range(out.shape[0]):
        row = out[i]
        for j in range(row.shape[0]):
            share = row[j] / target
            row[j] = np.float32(1) if share > 1 else share
