"""A round over *every* pair, proven, without ever holding every pair.

The round is solved over short lists; then all pairs are priced, a block of rows at a time. A pair worth
more than its two prices might improve the round, so the best such of each mentee join the lists and the
round is solved again. The prices bound the dense optimum at every pass; the passes end when the proven gap
is small enough.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matchmaker.solving.compiled import compiled
from matchmaker.solving.edges import Edges, Floats, Ints
from matchmaker.solving.lists import ScoreBlock, best_lists, blocks, union
from matchmaker.solving.solution import Aim, Solution
from matchmaker.solving.solve import solve

LISTED = 24
OFFERED = 6
ADDED = 4


@dataclass(frozen=True, eq=False)
class Certified:
    """solution.bound holds for all pairs; edges are the lists it was found in; gap is what is at most
    missing, 0–1.
    """

    solution: Solution
    edges: Edges
    gap: float
    passes: int


def certify(
    score_block: ScoreBlock,
    capacity: Ints,
    *,
    mentees: int,
    edges: Edges | None = None,
    target: float = 3e-4,
    aim: Aim = "most_matched",
    passes: int = 6,
    seed: int = 0,
) -> Certified:
    """The dense round to within `target`, or as near as `passes` bring it (look at `gap`).

    score_block(low, high) gives the fits of mentees low…high-1 with every mentor, float32[high-low, m];
    -inf where a gate
    forbids the pair. For most_matched the bound is on the total at the number matched; lists that leave
    somebody unmatched
    grow by the pricing like any other.
    """
    mentors = len(capacity)
    if edges is None:
        edges = best_lists(
            score_block, mentees=mentees, mentors=mentors, per_mentee=LISTED, per_mentor=OFFERED
        )
    prices: Floats | None = None
    for done in range(1, passes + 1):
        solution = solve(edges, capacity, aim=aim, seed=seed, prices=prices, exact=False)
        floor = 0.0 if aim == "total_fit" or solution.matched < mentees else -np.inf
        profits, found = _price_all(score_block, solution, mentees=mentees, mentors=mentors, floor=floor)
        bound = max(solution.total, float(profits.sum() + solution.prices @ np.asarray(capacity, np.float64)))
        gap = (bound - solution.total) / bound if bound > 0 else 0.0
        if gap <= target or done == passes or not len(found[0]):
            break
        edges, prices = _joined(edges, found), solution.prices
    proven = Solution(
        solution.mentor_of, solution.total, bound, solution.prices, profits, exact=gap == 0, aim=aim
    )
    return Certified(proven, edges, gap, done)


Found = tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]


def _price_all(
    score_block: ScoreBlock, solution: Solution, *, mentees: int, mentors: int, floor: float
) -> tuple[Floats, Found]:
    """Every mentee's best worth beyond the price, and the pairs worth more than `solution.profits`
    allows.
    """
    prices = solution.prices.astype(np.float32)
    profits, parts = np.empty(mentees), []
    for low, high in blocks(mentees, mentors):
        scores = np.ascontiguousarray(score_block(low, high), np.float32)
        bar = solution.profits[low:high].astype(np.float32) + np.float32(1e-6)
        best, who, fit = _price_block(scores, prices, bar)
        profits[low:high] = np.maximum(best.astype(np.float64) + 1e-7, floor)
        row, place = np.nonzero(who >= 0)
        parts.append((row + low, who[row, place].astype(np.int64), fit[row, place].astype(np.float64)))
    return profits, tuple(np.concatenate(column) for column in zip(*parts, strict=True))  # type: ignore[return-value]


@compiled
def _price_block(
    scores: NDArray[np.float32], prices: NDArray[np.float32], bar: NDArray[np.float32]
) -> tuple[NDArray[np.float32], Ints, NDArray[np.float32]]:
    """The best worth of each row, and up to ADDED mentors above the bar (the later displace the least)."""
    rows, mentors = scores.shape
    best = np.full(rows, -np.inf, np.float32)
    who, fit = np.full((rows, ADDED), -1, np.int32), np.zeros((rows, ADDED), np.float32)
    for i in range(rows):
        top = np.float32(-np.inf)
        for j in range(mentors):
            value = scores[i, j] - prices[j]
            top = max(top, value)
        best[i] = top
        if top <= bar[i]:
            continue
        count = 0
        for j in range(mentors):
            if scores[i, j] - prices[j] > bar[i]:
                place = count % ADDED if top > scores[i, j] - prices[j] or count < ADDED else 0
                who[i, place], fit[i, place] = j, scores[i, j]
                count += 1
    return best, who, fit


def _joined(edges: Edges, found: Found) -> Edges:
    row, column, fit = found
    return union(
        np.concatenate([edges.rows().astype(np.int64), row]),
        np.concatenate([edges.mentor.astype(np.int64), column]),
        np.concatenate([edges.fit, fit]),
        mentees=edges.mentees,
        mentors=edges.mentors,
    )
