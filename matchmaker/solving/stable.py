"""Pairs nobody would leave for each other (deferred acceptance, Gale and Shapley, many to one).

Mentees ask in the order of their own scores, mentors keep the best they have places for by theirs. The
result is the best stable one for every mentee. Equal scores are ordered by row number, which makes every
ranking strict.
"""

from __future__ import annotations

import numpy as np

from matchmaker.solving.compiled import compiled
from matchmaker.solving.edges import Edges, Floats, Ints, Longs
from matchmaker.solving.keeping import true_total
from matchmaker.solving.solution import Solution


def stable(edges: Edges, mentee_scores: Floats, mentor_scores: Floats, capacity: Ints) -> Solution:
    """The stable choice. Scores are float64[e], edge by edge, higher is better; total is the sum of the
    edges' fits.

    Stability is the aim here, not the total: the bound says only that, and the prices are nought.
    """
    order = np.lexsort((edges.mentor, -mentee_scores, edges.rows()))
    mentor_of = _propose(edges.start, edges.mentor, order, mentor_scores, capacity.astype(np.int64))
    total = true_total(edges, mentor_of)
    nothing = np.zeros(edges.mentors), np.zeros(edges.mentees)
    return Solution(mentor_of, total, total, *nothing, exact=True)


@compiled
def _propose(start: Longs, mentor: Ints, order: Longs, scores: Floats, capacity: Longs) -> Ints:
    mentees = len(start) - 1
    first = np.zeros(len(capacity) + 1, np.int64)
    for j in range(len(capacity)):
        first[j + 1] = first[j] + capacity[j]
    held, score = np.full(first[-1], -1, np.int32), np.zeros(first[-1])
    used, asked = np.zeros(len(capacity), np.int64), start[:-1].copy()
    mentor_of = np.full(mentees, -1, np.int32)
    for newcomer in range(mentees):
        i = newcomer
        while i >= 0 and asked[i] < start[i + 1]:
            edge = order[asked[i]]
            asked[i] += 1
            j = mentor[edge]
            low = first[j]
            if used[j] < capacity[j]:
                held[low + used[j]], score[low + used[j]] = i, scores[edge]
                used[j] += 1
                mentor_of[i] = j
                i = -1
            elif capacity[j] > 0:
                worst = _worst(held, score, low, first[j + 1])
                if _prefers(scores[edge], i, score[worst], held[worst]):
                    loser = held[worst]
                    held[worst], score[worst], mentor_of[i], mentor_of[loser] = i, scores[edge], j, -1
                    i = loser
    return mentor_of


@compiled
def _prefers(score: float, mentee: int, other_score: float, other: int) -> bool:
    return score > other_score or (score == other_score and mentee < other)


@compiled
def _worst(held: Ints, score: Floats, low: int, high: int) -> int:
    worst = low
    for place in range(low + 1, high):
        if _prefers(score[worst], held[worst], score[place], held[place]):
            worst = place
    return worst


def blocking_pairs(
    edges: Edges, mentee_scores: Floats, mentor_scores: Floats, capacity: Ints, mentor_of: Ints
) -> list[tuple[int, int]]:
    """Pairs who would both rather have each other than what they have; equal scores tempt nobody."""
    rows = edges.rows()
    chosen = mentor_of[rows] == edges.mentor
    have = np.full(edges.mentees, -np.inf)
    have[rows[chosen]] = mentee_scores[chosen]
    least = np.full(edges.mentors, np.inf)
    np.minimum.at(least, edges.mentor[chosen], mentor_scores[chosen])
    load = np.bincount(edges.mentor[chosen], minlength=edges.mentors)
    least[load < capacity] = -np.inf
    least[capacity == 0] = np.inf
    tempted = (mentee_scores > have[rows]) & (mentor_scores > least[edges.mentor]) & ~chosen
    return [(int(i), int(j)) for i, j in zip(rows[tempted], edges.mentor[tempted], strict=True)]
