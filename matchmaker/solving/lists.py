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
from matchmaker.solving.compiled import compiled
from matchmaker.solving.edges import Edges, Ints

ScoreBlock = Callable[[int, int], NDArray[np.float32]]
BLOCK = 4_000_000


def best_lists(
    score_block: ScoreBlock, *, mentees: int, mentors: int, per_mentee: int = 50, per_mentor: int = 20
) -> Edges:
    """Score every pair once and keep the best of both sides. -inf means a gate forbids the pair."""
    theirs = Best(mentors, per_mentor)
    rows, columns, fits = [], [], []
    for low, high in blocks(mentees, mentors):
        scores = np.ascontiguousarray(score_block(low, high), np.float32)
        best = Best(high - low, per_mentee)
        _offer_rows(scores, best.score, best.who)
        _offer_columns(scores, low, theirs.score, theirs.who)
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


@compiled
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


@compiled
def _offer_rows(scores: Singles, best: Singles, who: Ints) -> None:
    for i in range(scores.shape[0]):
        for j in range(scores.shape[1]):
            if scores[i, j] > best[i, 0]:
                _push(best[i], who[i], scores[i, j], j)


@compiled
def _offer_columns(scores: Singles, low: int, best: Singles, who: Ints) -> None:
    for i in range(scores.shape[0]):
        for j in range(scores.shape[1]):
            if scores[i, j] > best[j, 0]:
                _push(best[j], who[j], scores[i, j], low + i)
