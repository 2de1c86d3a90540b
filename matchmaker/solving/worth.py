"""What one more place at a mentor would bring to the round.

In an exact round the gain of one more place at *every* mentor follows from one search for the best chains:
a newcomer takes the place, the place they leave is taken by another, and so on until somebody unmatched comes in or a
place stays empty. For a round that is not exact the numbers are within its gap; solve again (`changed`) to be sure.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from matchmaker.solving.compiled import compiled
from matchmaker.solving.edges import Edges, Flags, Floats, Ints, Longs
from matchmaker.solving.solution import Solution

FAR = 1e300


@dataclass(frozen=True, eq=False)
class Worth:
    """matches: 0 or 1 more mentee matched; gain: change of the total fit; order: mentors, most useful first."""

    matches: Ints
    gain: Floats
    order: Ints


def worth(solution: Solution, edges: Edges, capacity: Ints) -> Worth:
    """One more place at each mentor, one at a time. A mentor whom no further mentee may have is worth nothing."""
    counted = np.asarray(capacity) >= 0
    rows = (edges.start, edges.mentor, edges.fit)
    entering = _gains(*rows, solution.mentor_of, solution.prices, counted, True)
    shifting = _gains(*rows, solution.mentor_of, solution.prices, counted, False)
    matches = (entering > -FAR / 2).astype(np.int32)
    gain = np.where(matches > 0, entering, np.maximum(shifting, 0.0))
    if solution.aim == "total_fit":
        gain = np.maximum(np.maximum(entering, shifting), 0.0)
        matches = ((entering >= shifting) & (entering > 0)).astype(np.int32)
    order = np.lexsort((-gain, -matches)).astype(np.int32)
    return Worth(matches, gain, order)


@compiled
def _gains(
    start: Longs, mentor: Ints, fit: Floats, mentor_of: Ints, prices: Floats, counted: Flags, entering: bool
) -> Floats:
    """The best change of the total if a place opens at each mentor, and the chain ends with somebody unmatched
    (entering) or with an empty place; -FAR where no chain does."""
    mentees, mentors = len(start) - 1, len(prices)
    by_mentor = np.argsort(mentor, kind="mergesort")
    begin = np.zeros(mentors + 1, np.int64)
    for j in mentor:
        begin[j + 1] += 1
    begin = np.cumsum(begin)
    row_of = np.empty(len(mentor), np.int32)
    for i in range(mentees):
        row_of[start[i] : start[i + 1]] = i
    gain = np.full(mentors, -FAR)
    for j in range(mentors):
        if not entering and counted[j]:
            gain[j] = 0.0
    # Bellman's rounds: gains only grow, and an optimal round has no chain that gains in a circle.
    for _ in range(mentors + 1):
        better = False
        for j in range(mentors):
            for k in range(begin[j], begin[j + 1]):
                edge = by_mentor[k]
                i = row_of[edge]
                home = mentor_of[i]
                value = -FAR
                if home < 0:
                    value = fit[edge] if entering else -FAR
                elif home != j and gain[home] > -FAR / 2:
                    low = start[i]
                    at = low + np.searchsorted(mentor[low : start[i + 1]], home)
                    value = fit[edge] - fit[at] + gain[home]
                if value > gain[j] + 1e-12:
                    gain[j], better = value, True
        if not better:
            break
    return gain
