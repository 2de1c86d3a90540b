"""People who join late: seated in a choice that stands, with as few moves as possible."""

from __future__ import annotations

import heapq
from dataclasses import dataclass

import numpy as np

from matchmaker.solving.compiled import compiled
from matchmaker.solving.edges import Edges, Flags, Floats, Ints, Longs
from matchmaker.solving.solution import Solution

FAR = 1e300
SLIGHT = 1e-12


@dataclass(frozen=True, eq=False)
class Joining:
    """joined: late mentees now matched; moved: kept mentees who changed mentor; waiting: late mentees
    without one.
    """

    solution: Solution
    joined: Ints
    moved: Ints
    waiting: Ints


def join_late(solution: Solution, edges: Edges, capacity: Ints, *, bonus: float = 1.0) -> Joining:
    """Seat the mentees whom `solution` left without, in the order of their rows; nobody matched loses a
    mentor.

    edges      everybody's pairs; solution.mentor_of is int32[n] for the same rows, -1 for those who join
               now
    bonus      what a kept pair is worth beyond its fit: above the largest fit, only moves that seat
               somebody happen, and the fewest of them
    Each joiner takes the chain of changes that gains most; earlier prices only guide the search. The bound
    stays proven while capacity does not grow.
    """
    before, mentor_of = solution.mentor_of, solution.mentor_of.copy()
    late = np.flatnonzero(before < 0).astype(np.int32)
    profits = solution.profits.copy()
    rows = (edges.start, edges.mentor, edges.fit)
    change, extra = _seat_all(
        *rows, capacity.astype(np.int64), solution.prices, profits, mentor_of, late, bonus
    )
    moved = np.flatnonzero((before != mentor_of) & (before >= 0)).astype(np.int32)
    total = solution.total + change
    bound = max(total, solution.bound + extra)
    found = Solution(mentor_of, total, bound, solution.prices, profits, exact=False, aim=solution.aim)
    seated = mentor_of[late] >= 0
    return Joining(found, late[seated], moved, late[~seated])


@compiled
def _seat_all(
    start: Longs,
    mentor: Ints,
    fit: Floats,
    capacity: Longs,
    prices: Floats,
    profits: Floats,
    mentor_of: Ints,
    late: Ints,
    bonus: float,
) -> tuple[float, float]:
    """Seat each of `late` if a chain to a free place exists; how much the total and the bound change."""
    mentors = len(capacity)
    first = np.zeros(mentors + 1, np.int64)
    first[1:] = np.cumsum(capacity)
    holder, used = np.full(first[-1], -1, np.int32), np.zeros(mentors, np.int64)
    for i in range(len(mentor_of)):
        j = mentor_of[i]
        if j >= 0:
            holder[first[j] + used[j]] = i
            used[j] += 1
    near, via, met = np.full(mentors, FAR), np.full(mentors, -1, np.int32), np.empty(mentors, np.int32)
    closed = np.zeros(mentors, np.bool_)
    change, extra = 0.0, 0.0
    for source in late:
        top = _best(source, start, mentor, fit, prices)
        extra += max(0.0, top) - profits[source]
        profits[source] = max(0.0, top)
        free, count = _nearest(
            start, mentor, fit, first, holder, used, prices, source, top, bonus, near, via, met, closed
        )
        if free >= 0:
            change += _move(start, mentor, fit, first, holder, used, mentor_of, source, free, via)
        else:
            closed[met[:count]] = True
        near[met[:count]] = FAR
    return change, extra


@compiled
def _best(mentee: int, start: Longs, mentor: Ints, fit: Floats, prices: Floats) -> float:
    top = -FAR
    for edge in range(start[mentee], start[mentee + 1]):
        top = max(top, fit[edge] - prices[mentor[edge]])
    return top


@compiled
def _nearest(  # noqa: C901  split, each mentor met would pay for handing the arrays over
    start: Longs,
    mentor: Ints,
    fit: Floats,
    first: Longs,
    holder: Ints,
    used: Longs,
    prices: Floats,
    source: int,
    top: float,
    bonus: float,
    near: Floats,
    via: Ints,
    met: Ints,
    closed: Flags,
) -> tuple[int, int]:
    """The free place at the end of the cheapest chain (-1: none), and how many mentors were met.

    Dijkstra over what each change loses at earlier prices. Those are near, not exact: a change that seems
    to lose less than nothing counts as nothing.
    """
    queue = [(0.0, -1)]
    queue.pop()
    count, found = 0, -1
    limit = _at_hand(source, start, mentor, fit, first, used, prices, top, closed)
    away, mentees = 0.0, np.full(1, source, np.int32)
    mover = -1
    while True:
        for mentee in mentees:
            gain = top if mover < 0 else fit[_edge(start, mentor, int(mentee), mover)] - prices[mover]
            for edge in range(start[mentee], start[mentee + 1]):
                j = mentor[edge]
                distance = away + max(0.0, gain + prices[j] - fit[edge])
                if distance >= near[j] or distance >= limit or closed[j]:
                    continue
                if near[j] == FAR:
                    met[count] = j
                    count += 1
                near[j], via[j] = distance, mentee
                if used[j] < first[j + 1] - first[j]:
                    found, limit = j, distance
                elif distance + bonus < limit:
                    heapq.heappush(queue, (distance, np.int64(j)))  # type: ignore[misc]  # numba wants one kind
        mover = -1
        while len(queue) > 0 and mover < 0:
            distance, j = heapq.heappop(queue)
            if distance + bonus >= limit:
                return found, count
            if distance <= near[j]:
                away, mover = distance + bonus, j
        if mover < 0:
            return found, count
        mentees = holder[first[mover] : first[mover + 1]]


@compiled
def _at_hand(
    source: int, start: Longs, mentor: Ints, fit: Floats, first: Longs, used: Longs, prices: Floats,
    top: float, closed: Flags,
) -> float:  # fmt: skip
    """How far the nearest free place is without moving anybody; it spares looking further for chains."""
    limit = FAR
    for edge in range(start[source], start[source + 1]):
        j = mentor[edge]
        if used[j] < first[j + 1] - first[j] and not closed[j]:
            limit = min(limit, max(0.0, top + prices[j] - fit[edge]) + SLIGHT)
    return limit


@compiled
def _edge(start: Longs, mentor: Ints, mentee: int, wanted: int) -> int:
    """Where this pair stands."""
    low, high = start[mentee], start[mentee + 1]
    return int(low + np.searchsorted(mentor[low:high], wanted))


@compiled
def _move(
    start: Longs,
    mentor: Ints,
    fit: Floats,
    first: Longs,
    holder: Ints,
    used: Longs,
    mentor_of: Ints,
    source: int,
    free: int,
    via: Ints,
) -> float:
    """Move everybody on the chain one on; the change of the total."""
    change = 0.0
    j, mentee, place = free, via[free], first[free] + used[free]
    used[free] += 1
    while True:
        holder[place] = mentee
        change += fit[_edge(start, mentor, mentee, j)]
        left = mentor_of[mentee]
        mentor_of[mentee] = j
        if mentee == source:
            return float(change)
        change -= fit[_edge(start, mentor, mentee, left)]
        place = first[left]
        while holder[place] != mentee:
            place += 1
        j, mentee = left, via[left]
