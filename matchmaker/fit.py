"""The fit of a pair: the harmonic mean of what each side gets of what it asked for.

A side's view is the weighted mean over the parts it knows; an unknown part takes the mean of the known
ones, which is the same as leaving it out. A view with no known part at all takes the other's view; when
neither knows anything, the fit is .5.
"""

import numpy as np
from numpy.typing import NDArray

from matchmaker.compiling import compiled

Block = NDArray[np.float32]
Parts = NDArray[np.float32]
CHUNK = 512


@compiled
def combine(
    mentee_parts: Parts,
    mentor_parts: Parts,
    own: NDArray[np.int64],
    mentee_weights: NDArray[np.float32],
    mentor_weights: NDArray[np.float32],
    bits: NDArray[np.uint32],
    out: Block,
) -> None:
    """Write fits of a block into out[rows, mentors]; -inf where a gate bit is set.

    mentee_parts is float32[criteria, rows, mentors]; mentor_parts holds only criteria that look different
    from there, and own[criterion] is the place in it, or -1 for a criterion that looks the same from both
    sides.
    """
    rows, mentors = out.shape
    score = np.empty((6, CHUNK), np.float32)
    for i in range(rows):
        for first in range(0, mentors, CHUNK):
            last = min(first + CHUNK, mentors)
            score[:] = 0
            for k in range(len(own)):
                part = mentee_parts[k, i, first:last]
                if own[k] < 0 and mentee_weights[k] == mentor_weights[k]:
                    _add(part, mentee_weights[k], score[4], score[5])
                else:
                    other = part if own[k] < 0 else mentor_parts[own[k], i, first:last]
                    _add(part, mentee_weights[k], score[0], score[1])
                    _add(other, mentor_weights[k], score[2], score[3])
            _join(score, bits[i, first:last], out[i, first:last])


@compiled
def _join(score: Block, bits: NDArray[np.uint32], out: Block) -> None:
    """Write fits from six sums: total and known weight of the mentee's view, the mentor's, and of both."""
    for j in range(out.shape[0]):
        mine, theirs = score[0, j] + score[4, j], score[2, j] + score[4, j]
        fit = _harmonic(mine, score[1, j] + score[5, j], theirs, score[3, j] + score[5, j])
        out[j] = -np.inf if bits[j] != 0 else fit


@compiled
def _add(part: Block, weight: np.float32, total: Block, known: Block) -> None:
    if weight > 0:
        for j in range(part.shape[0]):
            value = part[j]
            there = value == value  # noqa: PLR0124  only nan differs from itself
            total[j] += weight * value if there else np.float32(0)
            known[j] += weight if there else np.float32(0)


@compiled
def _harmonic(
    mine: np.float32, my_known: np.float32, theirs: np.float32, their_known: np.float32
) -> np.float32:
    a = mine / my_known if my_known > 0 else np.float32(-1)
    b = theirs / their_known if their_known > 0 else a
    a = a if a >= 0 else b
    both = a + b
    fit = np.float32(2) * a * b / both if both > 0 else np.float32(0)
    fit = fit if fit < 1 else np.float32(1)
    return fit if a >= 0 else np.float32(0.5)


@compiled
def side_views(
    mentee_parts: Parts,
    mentor_parts: Parts,
    own: NDArray[np.int64],
    mentee_weights: NDArray[np.float32],
    mentor_weights: NDArray[np.float32],
    mine: Block,
    theirs: Block,
) -> None:
    """Write both views before they are joined, float32[rows, mentors] each; for rankings. Arguments as in
    `combine`.
    """
    rows, mentors = mine.shape
    score = np.empty((4, mentors), np.float32)
    for i in range(rows):
        score[:] = 0
        for k in range(len(own)):
            _add(mentee_parts[k, i], mentee_weights[k], score[0], score[1])
            other = mentee_parts[k, i] if own[k] < 0 else mentor_parts[own[k], i]
            _add(other, mentor_weights[k], score[2], score[3])
        for j in range(mentors):
            a = score[0, j] / score[1, j] if score[1, j] > 0 else np.float32(-1)
            b = score[2, j] / score[3, j] if score[3, j] > 0 else a
            mine[i, j] = a if a >= 0 else (b if b >= 0 else np.float32(0.5))
            theirs[i, j] = b if b >= 0 else np.float32(0.5)
