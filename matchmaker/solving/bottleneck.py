"""Raise the worst pair first, then the total (maximin).

Among the choices that match most, the least fit of a pair is made as large as it can be. Whether a bar can be
held is asked by bisection: the pairs below it are undone and whoever lost a mentor is seated above it. Most
are by a chase: take the mentor who seems nearest to a free place, who is turned out goes on; only where that
tires is every chain searched, and where no chain is left the bar is too high (Berge). The round is solved
again among the pairs at least as good as the highest bar. The worst pair is exact; the total is as `solve`
proves it.
"""

from __future__ import annotations

import numpy as np

from matchmaker.solving.cardinality import most, search, shift
from matchmaker.solving.compiled import compiled
from matchmaker.solving.edges import Edges, Flags, Floats, Ints, Longs
from matchmaker.solving.solution import Solution
from matchmaker.solving.solve import SMALL, solve

PATIENCE = 2_000
FAR = 1_000_000
LEAST_SHARE = 0.25
FEW = 40


def maximin(edges: Edges, capacity: Ints, *, seed: int = 0, exact: bool | None = None) -> Solution:
    """The best total among the choices whose worst pair is best among those that match most."""
    free = solve(edges, capacity, seed=seed, exact=exact)
    bar = best_worst(edges, capacity, begun=free.mentor_of)
    above = edges.kept_where(edges.fit >= bar)
    begun = None if len(edges) <= SMALL else free.prices
    return solve(above, capacity, seed=seed, prices=begun, exact=exact)


def best_worst(edges: Edges, capacity: Ints, *, begun: Ints | None = None) -> float:
    """The largest least fit of any choice that matches most; -inf when nobody can be matched.

    begun: a good choice to start from; the fewer of its pairs are poor, the less must be undone.
    """
    edges = edges.kept_where(capacity[edges.mentor] > 0)
    choice = most(edges, capacity, begun=begun)
    if not choice.matched:
        return -np.inf
    first = np.zeros(edges.mentors + 1, np.int64)
    np.cumsum(capacity, out=first[1:])
    rows = (edges.start, edges.mentor, edges.fit)
    mentor_of, low = choice.mentor_of, float(_worst(*rows, choice.mentor_of))
    bars = edges.fit[(edges.fit > low) & (edges.fit <= _ceiling(edges, choice.matched))]
    share = LEAST_SHARE
    while len(bars):
        bar = float(bars[bars >= bars.min() + share * (bars.max() - bars.min())].min())
        tried = mentor_of.copy()
        high = _lift(*rows, bar, first, tried)
        if high == np.inf:
            mentor_of, low = tried, float(_worst(*rows, tried))
        else:
            share = 0.5
        bars = bars[(bars > low) & (bars <= high)]
        if share > LEAST_SHARE and len(bars) < FEW:
            share = 1.0  # near the end the bound is mostly the answer
    return low


def _ceiling(edges: Edges, matched: int) -> float:
    """No more than `matched` mentees have a fit this good: the worst pair cannot be better."""
    filled = np.flatnonzero(np.diff(edges.start))
    best = np.maximum.reduceat(edges.fit, edges.start[filled])
    return float(np.partition(best, len(best) - matched)[len(best) - matched])


@compiled
def _lift(start: Longs, mentor: Ints, fit: Floats, bar: float, first: Longs, mentor_of: Ints) -> float:
    """Undo the pairs below the bar and seat as many above it: inf; or, if that cannot be, a bound on any bar.

    When no chain is left, only a pair out of what the searches reached could help, so no bar above the best
    such pair can be held.
    """
    mentees, mentors = len(start) - 1, len(first) - 1
    holder, used = np.full(first[-1], -1, np.int32), np.zeros(mentors, np.int32)
    lost, count = np.empty(mentees, np.int32), 0
    for i in range(mentees):
        j = mentor_of[i]
        if j >= 0:
            low, high = start[i], start[i + 1]
            if fit[low + np.searchsorted(mentor[low:high], j)] >= bar:
                holder[first[j] + used[j]] = i
                used[j] += 1
            else:
                mentor_of[i], lost[count], count = -1, i, count + 1
    closed = np.zeros(mentors, np.bool_)
    via, seen = np.full(mentors, -1, np.int32), np.empty(mentors, np.int32)
    queue, away = np.empty(mentees, np.int32), np.zeros(mentors, np.int32)
    for k in range(count):
        left = _chase(lost[k], start, mentor, fit, bar, first, mentor_of, holder, used, away)
        if left >= 0 and not _mend(
            left, start, mentor, fit, bar, first, mentor_of, holder, used, closed, via, seen, queue
        ):
            return _way_out(start, mentor, fit, mentor_of, closed)
    return np.inf


@compiled
def _way_out(start: Longs, mentor: Ints, fit: Floats, mentor_of: Ints, closed: Flags) -> float:
    best = -np.inf
    for i in range(len(mentor_of)):
        if mentor_of[i] < 0 or closed[mentor_of[i]]:
            for edge in range(start[i], start[i + 1]):
                if not closed[mentor[edge]]:
                    best = max(best, fit[edge])
    return best


@compiled
def _worst(start: Longs, mentor: Ints, fit: Floats, mentor_of: Ints) -> float:
    least = np.inf
    for i in range(len(mentor_of)):
        if mentor_of[i] >= 0:
            low, high = start[i], start[i + 1]
            least = min(least, fit[low + np.searchsorted(mentor[low:high], mentor_of[i])])
    return least


@compiled
def _chase(
    lost: int,
    start: Longs,
    mentor: Ints,
    fit: Floats,
    bar: float,
    first: Longs,
    mentor_of: Ints,
    holder: Ints,
    used: Ints,
    away: Ints,
) -> int:
    """Seat by guesses of how far each mentor is from a free place (`away`, which learn).

    The mentee who is left when patience ends, or -1 when everybody is seated.
    """
    for _ in range(PATIENCE):
        chosen, nearest, second = -1, FAR, FAR
        for edge in range(start[lost], start[lost + 1]):
            j = mentor[edge]
            if fit[edge] >= bar and away[j] < second:
                if away[j] < nearest:
                    chosen, nearest, second = j, away[j], nearest
                else:
                    second = away[j]
        if chosen < 0:
            return lost
        mentor_of[lost] = chosen
        if used[chosen] < first[chosen + 1] - first[chosen]:
            holder[first[chosen] + used[chosen]] = lost
            used[chosen] += 1
            return -1
        away[chosen] = min(second, FAR - 1) + 1
        place = first[chosen] + away[chosen] % used[chosen]
        lost, holder[place] = holder[place], lost
        mentor_of[lost] = -1
    return lost


@compiled
def _mend(
    lost: int,
    start: Longs,
    mentor: Ints,
    fit: Floats,
    bar: float,
    first: Longs,
    mentor_of: Ints,
    holder: Ints,
    used: Ints,
    closed: Flags,
    via: Ints,
    seen: Ints,
    queue: Ints,
) -> bool:
    """Seat the one who lost a mentor, or anybody else who had none, by pairs of at least `bar`; if nobody can
    be, `closed` marks every mentor the searches reached.
    """
    mended = False
    for turn in range(-1, len(mentor_of)):
        source = lost if turn < 0 else turn
        if mentor_of[source] >= 0:
            continue
        queue[0] = source
        free, _, met = search(start, mentor, first, holder, used, closed, via, queue, seen, fit, bar)
        if free >= 0:
            shift(free, source, first, mentor_of, holder, used, via)
            closed[:] = False
            mended = True
        else:
            closed[seen[:met]] = True
        via[seen[:met]] = -1
        if mended:
            break
    return mended
