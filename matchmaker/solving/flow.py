"""The same round as a minimum-cost flow by OR-Tools: slower, and sure to end.

It stands behind the auction for rounds whose prices will not settle, and checks it in tests and
benchmarks. Fits are rounded to 1 / SCALE, so a total is exact to about 1e-7 of a fit a pair; the prices
are found anew from the choice.
"""

from __future__ import annotations

import numpy as np
from ortools.graph.python.min_cost_flow import SimpleMinCostFlow

from matchmaker.solving.edges import Edges, Flags, Ints

SCALE = 1e7


def by_flow(edges: Edges, capacity: Ints, *, most_matched: bool = True) -> Ints:
    """The mentor of every mentee (int32[n], -1 for none) of the best choice."""
    n, m = edges.mentees, edges.mentors
    network = SimpleMinCostFlow()
    network.add_arcs_with_capacity_and_unit_cost(
        edges.rows().astype(np.int64), edges.mentor.astype(np.int64) + n, np.ones(len(edges), np.int64),
        np.rint(-edges.fit * SCALE).astype(np.int64),
    )  # fmt: skip
    sink = n + m
    network.add_arcs_with_capacity_and_unit_cost(
        np.arange(n, sink), np.full(m, sink), capacity.astype(np.int64), np.zeros(m, np.int64)
    )
    if not most_matched:
        network.add_arcs_with_capacity_and_unit_cost(
            np.arange(n), np.full(n, sink), np.ones(n, np.int64), np.zeros(n, np.int64)
        )
    supplies = np.concatenate([np.ones(n, np.int64), np.zeros(m, np.int64), [-n]])
    network.set_nodes_supplies(np.arange(sink + 1), supplies)
    status = network.solve_max_flow_with_min_cost()
    if status != network.OPTIMAL:
        raise ArithmeticError(f"the flow ended with status {status}")
    used: Flags = network.flows(np.arange(len(edges))) > 0
    mentor_of = np.full(n, -1, np.int32)
    mentor_of[edges.rows()[used]] = edges.mentor[used]
    return mentor_of
