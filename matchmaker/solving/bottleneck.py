"""Raise the worst pair first, then the total (maximin).

Among the choices that match most, the least fit of a pair is made as large as it can be. Whether a bar can be held is a
question of counting only (`cardinality.most`), asked by bisection from the fits themselves; the round is then solved
among the pairs above the bar. The worst pair is exact; the total is as `solve` proves it.
"""

from __future__ import annotations

import numpy as np

from matchmaker.solving.cardinality import most
from matchmaker.solving.edges import Edges, Floats, Ints
from matchmaker.solving.solution import Solution
from matchmaker.solving.solve import solve

FEW = 4_000


def maximin(edges: Edges, capacity: Ints, *, seed: int = 0, exact: bool | None = None) -> Solution:
    """The best total among the choices whose worst pair is best among those that match most."""
    bar = best_worst(edges, capacity)
    above = edges.kept_where(edges.fit >= bar)
    return solve(above, capacity, aim="most_matched", seed=seed, exact=exact)


def best_worst(edges: Edges, capacity: Ints) -> float:
    """The largest least fit of any choice that matches most; -inf when nobody can be matched."""
    edges = edges.kept_where(capacity[edges.mentor] > 0)
    choice = most(edges, capacity)
    if not choice.matched:
        return -np.inf
    spare = edges.mentees - choice.matched
    mentor_of, low = choice.mentor_of, _worst(edges, choice.mentor_of)
    high = _ceiling(edges, choice.matched)
    while low < high:
        bar = _between(edges.fit, low, high)
        tried = most(edges, capacity, begun=_above(edges, mentor_of, bar), least=bar, spare=spare)
        if tried.matched == choice.matched:
            mentor_of, low = tried.mentor_of, _worst(edges, tried.mentor_of)
        else:
            high = float(edges.fit[edges.fit < bar].max())
    return low


def _between(fits: Floats, low: float, high: float) -> float:
    """A fit above `low` and at most `high`: about the middle one, or the next above the middle of the range."""
    within = fits[(fits > low) & (fits <= high)]
    if len(within) <= FEW:
        return float(np.partition(within, len(within) // 2)[len(within) // 2])
    return float(within[within >= (low + high) / 2].min(initial=high))


def _worst(edges: Edges, mentor_of: Ints) -> float:
    return float(edges.fit[mentor_of[edges.rows()] == edges.mentor].min())


def _above(edges: Edges, mentor_of: Ints, bar: float) -> Ints:
    rows = edges.rows()
    kept = (mentor_of[rows] == edges.mentor) & (edges.fit >= bar)
    begun = np.full(edges.mentees, -1, np.int32)
    begun[rows[kept]] = edges.mentor[kept]
    return begun


def _ceiling(edges: Edges, matched: int) -> float:
    """No more than `matched` mentees have a fit this good: the worst pair cannot be better."""
    filled = np.flatnonzero(np.diff(edges.start))
    best = np.maximum.reduceat(edges.fit, edges.start[filled])
    return float(np.partition(best, len(best) - matched)[len(best) - matched])
