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

from matchmaker.solving.book import Singles
from matchmaker.solving.cardinality import most
from matchmaker.solving.compiled import compiled
from matchmaker.solving.edges import Edges, Floats, Ints, Longs
from matchmaker.solving.lists import ScoreBlock, best_lists, blocks, union
from matchmaker.solving.solution import Aim, Solution
from matchmaker.solving.solve import solve

LISTED = 48
OFFERED = 12
ADDED = 4
UNIT = 2.0**-24
ROUNDING = 2.0**-20


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
    forbids the pair. A score may be out by ROUNDING of itself (sixteen roundings of a float32): the bound
    allows for it. For most_matched the bound is on the total at the number matched; lists that leave
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
        footing = _footing(solution, edges, capacity, aim)
        profits, found, wanted = _price_all(score_block, solution, footing, mentees=mentees, mentors=mentors)
        bound = max(solution.total, float(profits.sum() + footing.paid(capacity, wanted, solution.matched)))
        profits -= footing.raised
        gap = (bound - solution.total) / bound if bound > 0 else 0.0
        if gap <= target or done == passes or not len(found[0]):
            break
        edges, prices = _joined(edges, found), solution.prices
    proven = Solution(
        solution.mentor_of, solution.total, bound, solution.prices, profits, exact=gap == 0, aim=aim
    )
    return Certified(proven, edges, gap, done)


Found = tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]


@dataclass(frozen=True, eq=False)
class _Footing:
    """What a bound may stand on: prices float32[m], by how much each mentee's bar is raised float64[n], and
    the least a mentee counts for: 0, or -inf where everybody is matched.
    """

    prices: NDArray[np.float32]
    raised: Floats
    floor: float

    def paid(self, capacity: Ints, wanted: Longs, matched: int) -> float:
        """What the places cost. Places that nobody may take are none (`wanted` counts who may).

        Linear duality for exactly `matched` pairs: a price below zero is a discount on a place that is taken,
        so every place left free pays the deepest discount back. Any prices whatever give a true bound.
        """
        prices = self.prices.astype(np.float64)
        places = np.minimum(capacity, wanted)
        deepest = min(0.0, float(prices.min(initial=0.0)))
        return float(prices @ places) - deepest * float(places.sum() - matched)


def _footing(solution: Solution, edges: Edges, capacity: Ints, aim: Aim) -> _Footing:
    """Prices for the bound. Where some mentees and some places are left over, the round has two halves (see
    `cardinality`): outside the crowd each place is let for far less, so that the discount is the same.
    """
    level = np.zeros(edges.mentees)
    if aim == "total_fit" or solution.matched == edges.mentees:
        floor = 0.0 if aim == "total_fit" else -np.inf
        return _Footing(np.maximum(solution.prices, 0.0).astype(np.float32), level, floor)
    places = np.minimum(capacity, np.bincount(edges.mentor, minlength=edges.mentors)).astype(np.int32)
    if solution.matched == places.sum():
        return _Footing(solution.prices.astype(np.float32), level, 0.0)
    split = most(edges, places, begun=solution.mentor_of)
    far = 2.0 ** np.ceil(np.log2(2.0 + 2.0 * np.abs(solution.prices).max(initial=0.0)))
    prices = np.where(split.crowded, solution.prices, np.maximum(solution.prices, 0.0) - far)
    return _Footing(prices.astype(np.float32), np.where(split.crowd, 0.0, far), 0.0)


def _price_all(
    score_block: ScoreBlock, solution: Solution, footing: _Footing, *, mentees: int, mentors: int
) -> tuple[Floats, Found, Longs]:
    """Every mentee's best worth beyond the price, the pairs worth more than `solution.profits` allows, and
    how many mentees each mentor may meet.
    """
    prices = footing.prices
    profits, parts, wanted = np.empty(mentees), [], np.zeros(mentors, np.int64)
    for low, high in blocks(mentees, mentors):
        scores = np.ascontiguousarray(score_block(low, high), np.float32)
        wanted += np.isfinite(scores).sum(axis=0)
        bar = (solution.profits + footing.raised)[low:high].astype(np.float32) + np.float32(1e-6)
        best, who, fit = _price_block(scores, prices, bar)
        profits[low:high] = np.maximum(_honest(best, prices), footing.floor)
        row, place = np.nonzero(who >= 0)
        parts.append((row + low, who[row, place].astype(np.int64), fit[row, place].astype(np.float64)))
    rows, met, fits = (np.concatenate(column) for column in zip(*parts, strict=True))
    return profits, (rows, met, fits), wanted


def _honest(best: NDArray[np.float32], prices: NDArray[np.float32]) -> Floats:
    """The most that can truly be left after the price, though scores and differences were rounded.

    Let a score s be out by r|s| and the difference v = s - p by u|v| more. As |s| is at most |v| + |p|, the
    truth is at most v + (u + r)|v| + r|p|, which rises with v: so the best v, with the dearest p, bounds all.
    """
    value = np.where(np.isfinite(best), best, 0.0).astype(np.float64)
    dearest = float(np.abs(prices).max(initial=0.0))
    truth = value + (UNIT + ROUNDING) * np.abs(value) + ROUNDING * dearest
    return np.where(np.isfinite(best), truth, -np.inf)


def _price_block(
    scores: NDArray[np.float32], prices: NDArray[np.float32], bar: NDArray[np.float32]
) -> tuple[NDArray[np.float32], Ints, NDArray[np.float32]]:
    """The best worth of each row, and up to ADDED mentors above the bar (the later displace the least)."""
    worth = scores - prices
    best = worth.max(axis=1, initial=-np.inf)
    who, fit = np.full((len(scores), ADDED), -1, np.int32), np.zeros((len(scores), ADDED), np.float32)
    above = np.flatnonzero(best > bar)
    _list_above(above, scores, worth, best, bar, who, fit)
    return best, who, fit


@compiled
def _list_above(
    above: Longs, scores: Singles, worth: Singles, best: Singles, bar: Singles, who: Ints, fit: Singles
) -> None:
    for i in above:
        count = 0
        for j in range(scores.shape[1]):
            if worth[i, j] > bar[i]:
                place = count % ADDED if best[i] > worth[i, j] or count < ADDED else 0
                who[i, place], fit[i, place] = j, scores[i, j]
                count += 1


def _joined(edges: Edges, found: Found) -> Edges:
    row, column, fit = found
    return union(
        np.concatenate([edges.rows().astype(np.int64), row]),
        np.concatenate([edges.mentor.astype(np.int64), column]),
        np.concatenate([edges.fit, fit]),
        mentees=edges.mentees,
        mentors=edges.mentors,
    )
