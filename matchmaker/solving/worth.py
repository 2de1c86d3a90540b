"""What one more place at a mentor would bring to the round.

In an exact round the gain of one more place at *every* mentor follows from one search for the best chains:
a newcomer takes the place, the place they leave is taken by another, and so on until somebody unmatched
comes in or a place stays empty. For a round that is not exact the numbers are within its gap; solve again
(`changed`) to be sure.
"""

# ruff: noqa: FBT001  numba takes plain values by place
from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from matchmaker.solving.compiled import compiled
from matchmaker.solving.edges import Edges, Floats, Ints, Longs
from matchmaker.solving.solution import Solution

FAR = 1e300
TINY = 1e-12


@dataclass(frozen=True, eq=False)
class Worth:
    """matches: 0 or 1 more mentee matched; gain: change of the total fit; order: mentors, most useful
    first.
    """

    matches: Ints
    gain: Floats
    order: Ints


def worth(solution: Solution, edges: Edges) -> Worth:
    """One more place at each mentor, one at a time. A mentor whom no further mentee may have is worth
    nothing.
    """
    rows = (edges.start, edges.mentor, edges.fit, solution.mentor_of)
    entering, shifting = (_gains(*rows, flag, edges.mentors) for flag in (True, False))
    matches = (entering > -FAR / 2).astype(np.int32)
    gain = np.where(matches > 0, entering, np.maximum(shifting, 0.0))
    if solution.aim == "total_fit":
        gain = np.maximum(np.maximum(entering, shifting), 0.0)
        matches = ((entering >= shifting) & (entering > 0)).astype(np.int32)
    order = np.lexsort((-gain, -matches)).astype(np.int32)
    return Worth(matches, gain, order)


@compiled
def _gains(start: Longs, mentor: Ints, fit: Floats, mentor_of: Ints, entering: bool, rounds: int) -> Floats:
    """The best change of the total if a place opens at each mentor, and the chain ends with somebody
    unmatched (entering) or with an empty place; -FAR where no chain does.

    Bellman's rounds over chains of one more change each; an optimal round has none that gains in a circle.
    """
    gain = np.full(rounds, -FAR if entering else 0.0)
    for _ in range(rounds + 1):
        better = False
        for i in range(len(mentor_of)):
            home, low, high = mentor_of[i], start[i], start[i + 1]
            after = 0.0 if entering else -FAR
            if home >= 0:
                after = gain[home] - fit[low + np.searchsorted(mentor[low:high], home)]
            for edge in range(low, high):
                j = mentor[edge]
                if j != home and after > -FAR / 2 and fit[edge] + after > gain[j] + TINY:
                    gain[j], better = fit[edge] + after, True
        if not better:
            break
    return gain
