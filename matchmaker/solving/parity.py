"""Bring groups' mean outcomes together at little cost (sites or departments, never self-identification).

A mentee's outcome is the fit of the pair made, 0 when unmatched; a group's outcome is the mean. Fits of
the groups behind count for a little more (a Lagrangian weight each), the weights follow the gaps by secant
steps, and the round that leaves the smallest gap is kept. Totals and fits reported are the real ones.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from matchmaker.solving.edges import Edges, Floats, Ints
from matchmaker.solving.keeping import true_total
from matchmaker.solving.solution import Aim, Solution
from matchmaker.solving.solve import solve


@dataclass(frozen=True, eq=False)
class Parity:
    """What was reached. before, after: largest less smallest group mean; cost: share of the total given
    up, 0–1.
    """

    solution: Solution
    before: float
    after: float
    means: Floats
    weights: Floats
    solves: int
    cost: float

    @property
    def cut(self) -> float:
        """The share of the gap that is gone."""
        return 1.0 - self.after / self.before if self.before > 0 else 1.0


def parity(
    edges: Edges,
    capacity: Ints,
    group: Ints,
    *,
    aim: Aim = "most_matched",
    cut: float = 0.97,
    solves: int = 8,
    seed: int = 0,
    exact: bool | None = None,
) -> Parity:
    """Shrink the gap by `cut`, in at most `solves` rounds. group is int[n]; -1 belongs to none."""
    first = solve(edges, capacity, aim=aim, seed=seed, exact=exact)
    search = _Search(edges, capacity, np.asarray(group, np.int64), aim, seed, exact)
    means = search.means(first)
    best, best_means, weights, used = first, means, np.ones(len(means)), 1
    tried, seen, slope = np.zeros(len(means)), means - means.mean(), np.full(len(means), 0.5)
    for _ in range(solves - 1):
        if _gap(best_means) <= (1 - cut) * _gap(means) or len(means) == 1:
            break
        step = np.clip(-seen / slope, -0.5, 0.5)
        here = tried + step
        found = search.weighted(np.exp(here - here.mean()))
        used += 1
        level = search.means(found)
        shift = level - level.mean() - seen
        moved = step != 0
        slope[moved] = np.clip(shift[moved] / step[moved], 0.02, 5.0)
        tried, seen = here, level - level.mean()
        if _gap(level) < _gap(best_means):
            best, best_means, weights = found, level, np.exp(here - here.mean())
    cost = (first.total - best.total) / first.total if first.total > 0 else 0.0
    return Parity(best, _gap(means), _gap(best_means), best_means, weights, used, cost)


def _gap(means: Floats) -> float:
    return float(means.max() - means.min()) if len(means) else 0.0


@dataclass(frozen=True, eq=False)
class _Search:
    edges: Edges
    capacity: Ints
    group: Ints
    aim: Aim
    seed: int
    exact: bool | None

    def weighted(self, weights: Floats) -> Solution:
        """The round under weights, told in real fits; its bound is that of the free round and so not
        claimed.
        """
        factor = np.append(weights, 1.0)[self.group][self.edges.rows()]
        found = solve(
            self.edges.with_fit(self.edges.fit * factor),
            self.capacity,
            aim=self.aim,
            seed=self.seed,
            exact=self.exact,
        )
        return replace(found, total=true_total(self.edges, found.mentor_of), exact=False)

    def means(self, solution: Solution) -> Floats:
        outcome = np.nan_to_num(solution.fits(self.edges))
        counted = self.group >= 0
        sizes = np.bincount(self.group[counted])
        sums = np.bincount(self.group[counted], weights=outcome[counted], minlength=len(sizes))
        return sums / np.maximum(sizes, 1)
