"""Raise the worst pair first, then the total (maximin).

Among the choices that match most, the least fit of a pair is made as large as it can be. Whether a bar can
be held is a question of counting only (`cardinality.most`), asked from below in growing strides; the round
is then solved among the pairs above the bar. The worst pair is exact; the total is as `solve` proves it.
"""

from __future__ import annotations

import numpy as np

from matchmaker.solving.cardinality import most
from matchmaker.solving.edges import Edges, Ints
from matchmaker.solving.solution import Solution
from matchmaker.solving.solve import solve


def maximin(edges: Edges, capacity: Ints, *, seed: int = 0, exact: bool | None = None) -> Solution:
    """The best total among the choices whose worst pair is best among those that match most."""
    free = solve(edges, capacity, seed=seed, exact=exact)
    bar = best_worst(edges, capacity, begun=free.mentor_of)
    above = edges.kept_where(edges.fit >= bar)
    return solve(above, capacity, aim="most_matched", seed=seed, exact=exact)


def best_worst(edges: Edges, capacity: Ints, *, begun: Ints | None = None) -> float:
    """The largest least fit of any choice that matches most; -inf when nobody can be matched.

    begun: a good choice to start from; the fewer of its pairs lie under the bar, the less must be tried.
    """
    edges = edges.kept_where(capacity[edges.mentor] > 0)
    choice = most(edges, capacity, begun=begun)
    if not choice.matched:
        return -np.inf
    spare = edges.mentees - choice.matched
    mentor_of, low = choice.mentor_of, _worst(edges, choice.mentor_of)
    high = _ceiling(edges, choice.matched)
    stride = 16
    while low < high:
        bar = min(high, _next_bar(edges, mentor_of, stride))
        tried = most(edges, capacity, begun=_above(edges, mentor_of, bar), least=bar, spare=spare)
        if tried.matched == choice.matched:
            mentor_of, low, stride = tried.mentor_of, _worst(edges, tried.mentor_of), stride * 2
        else:
            high, stride = float(edges.fit[edges.fit < bar].max()), max(1, stride // 4)
    return low


def _next_bar(edges: Edges, mentor_of: Ints, stride: int) -> float:
    """A bar that breaks the `stride` worst pairs: asking for much at once makes a refusal dear."""
    fits = edges.fit[mentor_of[edges.rows()] == edges.mentor]
    last = min(stride, len(fits)) - 1
    return float(edges.fit[edges.fit > np.partition(fits, last)[last]].min(initial=np.inf))


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
