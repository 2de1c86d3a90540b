"""Short lists out of everybody: the best mentors of each mentee, and the best mentees of each mentor.

Lists from the mentees alone crowd the popular mentors and leave 15–24 % unmatched; each mentor's own best
close that hole. Scores arrive in blocks of rows and are dropped after use, so memory is one block and the
lists.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from matchmaker.solving.book import Singles
from matchmaker.solving.compiled import hurried, woven
from matchmaker.solving.edges import Edges, Ints

ScoreBlock = Callable[[int, int], NDArray[np.float32]]
BLOCK = 500_000
STRETCH = 16


def best_lists(
    score_block: ScoreBlock, *, mentees: int, mentors: int, per_mentee: int = 50, per_mentor: int = 20
) -> Edges:
    """Score every pair once and keep the best of both sides. -inf means a gate forbids the pair."""
    theirs = Best(mentors, per_mentor)
    rows, columns, fits = [], [], []
    for low, high in blocks(mentees, mentors):
        scores = np.ascontiguousarray(score_block(low, high), np.float32)
        best = Best(high - low, per_mentee)
        _offer(scores, low, best.score, best.who, theirs.score, theirs.who)
        row, column, fit = best.pairs()
        rows.append(row + low)
        columns.append(column)
        fits.append(fit)
    column, row, fit = theirs.pairs()
    rows.append(row)
    columns.append(column)
    fits.append(fit)
    return union(
        np.concatenate(rows), np.concatenate(columns), np.concatenate(fits), mentees=mentees, mentors=mentors
    )


def blocks(mentees: int, mentors: int) -> list[tuple[int, int]]:
    """Row ranges of about BLOCK scores each."""
    step = max(1, BLOCK // max(1, mentors))
    return [(low, min(low + step, mentees)) for low in range(0, mentees, step)]


def union(
    row: NDArray[np.int64], column: NDArray[np.int64], fit: NDArray[np.float64], *, mentees: int, mentors: int
) -> Edges:
    """Edges of loose pairs that may repeat; repeats carry the same fit."""
    _, first = np.unique(row * max(mentors, 1) + column, return_index=True)
    return Edges.from_pairs(row[first], column[first], fit[first], mentees=mentees, mentors=mentors)


class Best:
    """For each of `count` people the `size` best seen so far, as min-heaps: score float32, who int32 (-1
    empty).
    """

    def __init__(self, count: int, size: int) -> None:
        self.score = np.full((count, size), -np.inf, np.float32)
        self.who = np.full((count, size), -1, np.int32)

    def pairs(self) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]:
        """Owner, who and score of every filled place."""
        owner, place = np.nonzero(self.who >= 0)
        return owner, self.who[owner, place].astype(np.int64), self.score[owner, place].astype(np.float64)


@woven
def _push(score: Singles, who: Ints, value: float, person: int) -> None:
    """Replace the least of a heap and let the newcomer sink."""
    size, place = len(score), 0
    while True:
        child = 2 * place + 1
        if child >= size:
            break
        if child + 1 < size and score[child + 1] < score[child]:
            child += 1
        if score[child] >= value:
            break
        score[place], who[place] = score[child], who[child]
        place = child
    score[place], who[place] = value, person


@hurried
def _offer(scores: Singles, low: int, mine: Singles, whose: Ints, theirs: Singles, who: Ints) -> None:
    """Offer each score to its row's heap (`mine`) and its column's (`theirs`).

    A row starts from a bar a little under the last row's, and again without one if too few passed it.
    """
    bars, bar, share = theirs[:, 0].copy(), np.float32(-np.inf), np.float32(0.3)
    for i in range(scores.shape[0]):
        _offer_row(scores[i], low + i, bar, mine[i], whose[i], bars, theirs, who)
        if bar > -np.inf and mine[i, 0] == -np.inf:
            share = min(share * np.float32(1.5), np.float32(2.0))
            mine[i, :], whose[i, :], bar = -np.inf, -1, np.float32(-np.inf)
            _offer_row(scores[i], low + i, bar, mine[i], whose[i], bars, theirs, who)
        share *= np.float32(0.98)
        bar = mine[i, 0] - share * (mine[i].max() - mine[i, 0]) if mine[i, 0] > -np.inf else mine[i, 0]


@woven
def _offer_row(
    scores: Singles,
    row: int,
    bar: np.float32,
    mine: Singles,
    whose: Ints,
    bars: Singles,
    theirs: Singles,
    who: Ints,
) -> None:
    """A stretch where nothing passes either bar is passed over whole; a column takes nobody twice."""
    for begin in range(0, len(scores), STRETCH):
        end, least, hits = min(begin + STRETCH, len(scores)), max(bar, mine[0]), np.int32(0)
        for j in range(begin, end):
            hits += np.int32((scores[j] > least) | (scores[j] > bars[j]))
        if hits == 0:
            continue
        for j in range(begin, end):
            if scores[j] > max(bar, mine[0]):
                _push(mine, whose, scores[j], j)
            if scores[j] > bars[j] and row not in who[j]:
                _push(theirs[j], who[j], scores[j], row)
                bars[j] = theirs[j, 0]
