"""The same round with other capacities or pairs, from where the last one ended."""

from __future__ import annotations

from matchmaker.solving.edges import Edges, Ints
from matchmaker.solving.solution import Aim, Solution
from matchmaker.solving.solve import SMALL, solve


def changed(
    solution: Solution, edges: Edges, capacity: Ints, *, aim: Aim | None = None, exact: bool | None = None
) -> Solution:
    """Solve again after a change. Small rounds exactly, as ever; large ones start from the earlier
    prices.
    """
    begun = None if len(edges) <= SMALL else solution.prices
    return solve(edges, capacity, aim=aim or solution.aim, prices=begun, exact=exact)
