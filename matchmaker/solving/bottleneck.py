"""Raise the worst pair first, then the total (maximin).

Among the choices that match most, the least fit of a pair is made as large as it can be: the worst pair is
undone and whoever lost a mentor looks for a chain of better pairs, until there is none. Then no choice has a
better worst pair, since any would show such a chain. Most chains are found by a chase: take the mentor who
seems nearest to a free place, who is turned out goes on; only where that tires is every chain searched. The
round is solved again among the pairs
at least that good. The worst pair is exact; the total is as `solve` proves it.
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
    return float(_raise_worst(edges.start, edges.mentor, edges.fit, first, choice.mentor_of))


@compiled
def _raise_worst(start: Longs, mentor: Ints, fit: Floats, first: Longs, mentor_of: Ints) -> float:
    """Undo the worst pair and mend the choice above it, again and again; the fit that could not be passed."""
    mentees, mentors = len(start) - 1, len(first) - 1
    holder, used = np.full(first[-1], -1, np.int32), np.zeros(mentors, np.int32)
    for i in range(mentees):
        if mentor_of[i] >= 0:
            holder[first[mentor_of[i]] + used[mentor_of[i]]] = i
            used[mentor_of[i]] += 1
    closed = np.zeros(mentors, np.bool_)
    via, seen = np.full(mentors, -1, np.int32), np.empty(mentors, np.int32)
    queue, away = np.empty(mentees, np.int32), np.zeros(mentors, np.int32)
    while True:
        worst, least = _worst(start, mentor, fit, mentor_of)
        away[mentor_of[worst]] = 0
        _undo(worst, first, mentor_of, holder, used)
        bar = np.nextafter(least, np.inf)
        lost = _chase(worst, start, mentor, fit, bar, first, mentor_of, holder, used, away)
        if lost >= 0 and not _mend(
            lost, start, mentor, fit, bar, first, mentor_of, holder, used, closed, via, seen, queue
        ):
            return least


@compiled
def _worst(start: Longs, mentor: Ints, fit: Floats, mentor_of: Ints) -> tuple[int, float]:
    worst, least = -1, np.inf
    for i in range(len(mentor_of)):
        if mentor_of[i] >= 0:
            low, high = start[i], start[i + 1]
            value = fit[low + np.searchsorted(mentor[low:high], mentor_of[i])]
            if value < least:
                worst, least = i, value
    return worst, least


@compiled
def _undo(mentee: int, first: Longs, mentor_of: Ints, holder: Ints, used: Ints) -> None:
    j = mentor_of[mentee]
    last = first[j] + used[j] - 1
    for place in range(first[j], last + 1):
        if holder[place] == mentee:
            holder[place] = holder[last]
            break
    holder[last], used[j], mentor_of[mentee] = -1, used[j] - 1, -1


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
    """Seat by guesses of how far each mentor is from a free place (`away`, which learn); -1, or who is left."""
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
    """Seat the one who lost a mentor, or anybody else who had none, by pairs of at least `bar`."""
    mended = False
    for turn in range(-1, len(mentor_of)):
        source = lost if turn < 0 else turn
        if mentor_of[source] >= 0:
            continue
        queue[0] = source
        free, _, met = search(start, mentor, first, holder, used, closed, via, queue, seen, fit, bar)
        if free >= 0:
            shift(free, source, first, mentor_of, holder, used, via)
            mended = True
        else:
            closed[seen[:met]] = True
        via[seen[:met]] = -1
        if mended:
            break
    closed[:] = False
    return mended
