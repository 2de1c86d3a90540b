"""Compile every kernel before anybody waits for it."""

from __future__ import annotations

from time import perf_counter

import numpy as np
from numpy.typing import NDArray

from matchmaker.solving.bottleneck import maximin
from matchmaker.solving.certify import certify
from matchmaker.solving.edges import Edges
from matchmaker.solving.joining import join_late
from matchmaker.solving.solve import solve
from matchmaker.solving.stable import stable
from matchmaker.solving.worth import worth


def warm() -> float:
    """Run each solver once on a few rows; seconds taken. The first run on a machine compiles and fills the
    cache beside
    these files (about a minute), later ones load it (a second or two).
    """
    begun = perf_counter()
    scores = (np.arange(42).reshape(6, 7) * 5 % 11 / 11).astype(np.float32)

    def block(low: int, high: int) -> NDArray[np.float32]:
        return scores[low:high]

    rows, columns = np.nonzero(scores >= 0)
    edges = Edges.from_pairs(rows, columns, scores[rows, columns], mentees=6, mentors=7)
    for places in (np.ones(7, np.int32), np.array([3, 1, 0, 0, 0, 0, 0], np.int32)):
        for exact in (True, False):
            solution = solve(edges, places, exact=exact)
            solve(edges, places, aim="total_fit", exact=exact)
        join_late(solution, edges, places)
        worth(solution, edges)
        maximin(edges, places)
    uneven = np.full(7, 0.4)
    solve(edges, np.ones(7, np.int32), prices=uneven, exact=False)
    stable(edges, edges.fit, edges.fit, np.ones(7, np.int32))
    certify(block, np.ones(7, np.int32), mentees=6)
    return perf_counter() - begun
