"""How many can be matched at all, and where mentors are too few (Berge; Dulmage and Mendelsohn).

A search from an unmatched mentee that finds no free place has seen a crowd: mentees who between them want
only mentors who are all full with that crowd. No choice can match more of it. Crowds split a round into
two clean halves: in the crowd every place must be filled and some mentees go without; outside it every
mentee must be matched and some places stay free.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from matchmaker.solving.compiled import compiled
from matchmaker.solving.edges import Edges, Flags, Floats, Ints, Longs


class Most(NamedTuple):
    """A choice that matches as many as can be: mentor_of int32[n]; who is in a crowd, bool[n] and
    bool[m].
    """

    mentor_of: Ints
    crowd: Flags
    crowded: Flags

    @property
    def matched(self) -> int:
        return int(np.count_nonzero(self.mentor_of >= 0))


def most(edges: Edges, capacity: Ints, *, begun: Ints | None = None) -> Most:
    """Match as many as can be, starting from a choice `begun` (int32[n], within capacity) if there is one."""
    mentor_of = np.full(edges.mentees, -1, np.int32) if begun is None else begun.astype(np.int32)
    first = np.zeros(edges.mentors + 1, np.int64)
    np.cumsum(capacity, out=first[1:])
    crowd, crowded = _grow(edges.start, edges.mentor, edges.fit, first, mentor_of)
    return Most(mentor_of, crowd, crowded)


@compiled
def _grow(start: Longs, mentor: Ints, fit: Floats, first: Longs, mentor_of: Ints) -> tuple[Flags, Flags]:
    mentees, mentors = len(start) - 1, len(first) - 1
    holder, used = np.full(first[-1], -1, np.int32), np.zeros(mentors, np.int32)
    for i in range(mentees):
        if mentor_of[i] >= 0:
            holder[first[mentor_of[i]] + used[mentor_of[i]]] = i
            used[mentor_of[i]] += 1
    crowd, crowded = np.zeros(mentees, np.bool_), np.zeros(mentors, np.bool_)
    _seat_at_once(start, mentor, first, mentor_of, holder, used)
    via, queue = np.full(mentors, -1, np.int32), np.empty(mentees, np.int32)
    seen = np.empty(mentors, np.int32)
    for i in range(mentees):
        if mentor_of[i] < 0:
            queue[0] = i
            free, reached, met = search(
                start, mentor, first, holder, used, crowded, via, queue, seen, fit, -np.inf
            )
            if free >= 0:
                shift(free, i, first, mentor_of, holder, used, via)
            else:
                crowded[seen[:met]] = True
                crowd[queue[:reached]] = True
            via[seen[:met]] = -1
    return crowd, crowded


@compiled
def _seat_at_once(
    start: Longs, mentor: Ints, first: Longs, mentor_of: Ints, holder: Ints, used: Ints
) -> None:
    """Seat those for whom a place is free, the least choosy last."""
    for i in np.argsort(start[1:] - start[:-1], kind="mergesort"):
        if mentor_of[i] < 0:
            for edge in range(start[i], start[i + 1]):
                j = mentor[edge]
                if used[j] < first[j + 1] - first[j]:
                    holder[first[j] + used[j]] = i
                    used[j] += 1
                    mentor_of[i] = j
                    break


@compiled
def search(
    start: Longs,
    mentor: Ints,
    first: Longs,
    holder: Ints,
    used: Ints,
    crowded: Flags,
    via: Ints,
    queue: Ints,
    seen: Ints,
    fit: Floats,
    least: float,
) -> tuple[int, int, int]:
    """Look breadth first for a free place from queue[0]: that mentor or -1, mentees reached, mentors
    met.
    """
    head, tail, met = 0, 1, 0
    while head < tail:
        i = queue[head]
        head += 1
        for edge in range(start[i], start[i + 1]):
            j = mentor[edge]
            if via[j] >= 0 or crowded[j] or fit[edge] < least:
                continue
            via[j], seen[met], met = i, j, met + 1
            if used[j] < first[j + 1] - first[j]:
                return j, tail, met
            for place in range(first[j], first[j + 1]):
                queue[tail], tail = holder[place], tail + 1
    return -1, tail, met


@compiled
def shift(free: int, source: int, first: Longs, mentor_of: Ints, holder: Ints, used: Ints, via: Ints) -> None:
    """Move everybody on the way one mentor on, so that the source is seated."""
    mentor, mentee = free, via[free]
    holder[first[free] + used[free]] = mentee
    used[free] += 1
    while mentee != source:
        left = mentor_of[mentee]
        mentor_of[mentee] = mentor
        newcomer = via[left]
        for place in range(first[left], first[left + 1]):
            if holder[place] == mentee:
                holder[place] = newcomer
                break
        mentor, mentee = left, newcomer
    mentor_of[source] = mentor
