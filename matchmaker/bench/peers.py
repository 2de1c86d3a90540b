"""The other solvers, each given the round in the form it likes best before the clock starts."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from matchmaker.solving.compiled import compiled
from matchmaker.solving.edges import Edges, Floats, Ints, Longs
from matchmaker.solving.flow import by_flow


def flow(edges: Edges, capacity: Ints) -> Callable[[], Ints]:
    """OR-Tools' minimum-cost flow, arrays in, choice out."""
    return lambda: by_flow(edges, capacity)


def scipy_sparse(edges: Edges) -> Callable[[], Ints]:
    """Scipy's sparse Hungarian method (LAPJVsp); capacity 1, everybody placeable."""
    from scipy.sparse import csr_array  # noqa: PLC0415  loaded only when measured
    from scipy.sparse.csgraph import min_weight_full_bipartite_matching  # noqa: PLC0415  loaded only when measured

    table = csr_array((edges.fit, edges.mentor, edges.start), shape=(edges.mentees, edges.mentors))

    def solved() -> Ints:
        mentees, mentors = min_weight_full_bipartite_matching(table, maximize=True)
        mentor_of = np.full(edges.mentees, -1, np.int32)
        mentor_of[mentees] = mentors
        return mentor_of

    return solved


def greedy(edges: Edges, capacity: Ints) -> Callable[[], Ints]:
    """The best pair first, then the next that is still free."""
    rows = edges.rows()
    return lambda: _take_best(
        np.argsort(-edges.fit, kind="stable"), rows, edges.mentor, capacity.astype(np.int32)
    )


@compiled
def _take_best(order: Longs, rows: Ints, mentor: Ints, left: Ints) -> Ints:
    mentor_of = np.full(rows.max() + 1, -1, np.int32)
    left = left.copy()
    for edge in order:
        if mentor_of[rows[edge]] < 0 and left[mentor[edge]] > 0:
            mentor_of[rows[edge]] = mentor[edge]
            left[mentor[edge]] -= 1
    return mentor_of


def lapx_dense(scores: Floats) -> float:
    """Lapx' Jonker–Volgenant on the whole table; the total."""
    import lap  # noqa: PLC0415  loaded only when measured

    _, mentor_of, _ = lap.lapjv(-scores, extend_cost=True)
    return float(scores[np.arange(len(scores)), mentor_of].sum())


def scipy_dense(scores: Floats) -> float:
    """Scipy's linear_sum_assignment on the whole table; the total."""
    from scipy.optimize import linear_sum_assignment  # noqa: PLC0415  loaded only when measured

    return float(scores[linear_sum_assignment(scores, maximize=True)].sum())
