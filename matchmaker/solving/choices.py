"""What one mentee may still choose, and what it costs everybody else."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from matchmaker.solving.edges import Edges, Ints
from matchmaker.solving.keeping import true_total
from matchmaker.solving.solution import Solution
from matchmaker.solving.solve import solve


@dataclass(frozen=True)
class Choice:
    """A mentor one mentee may choose. regret: what the round loses by it, in fit; matched: how many more
    (or fewer)
    are matched; exact: both were found by solving the round again, else regret is the least the prices
    allow.
    """

    mentor: int
    fit: float
    regret: float
    matched: int
    exact: bool


def shortlist(
    solution: Solution, edges: Edges, capacity: Ints, mentee: int, *, size: int = 3, exact: bool = True
) -> list[Choice]:
    """The `size` mentors this mentee could have at least cost to the round, least regret first.

    Prices rank the candidates; the likeliest, twice `size`, are solved again when `exact`. Those that
    would leave
    somebody unmatched come last.
    """
    mentors, fits = edges.row(mentee)
    open_ = capacity[mentors] > 0
    mentors, fits = mentors[open_], fits[open_]
    regrets = np.maximum(0.0, solution.profits[mentee] + solution.prices[mentors] - fits)
    held = mentors == solution.mentor_of[mentee]
    regrets[held] = 0.0
    order = np.lexsort((mentors, -fits, regrets, ~held))[: size * 2 if exact else size]
    found = [
        _weighed(solution, edges, capacity, mentee, int(mentors[k]), float(fits[k]))
        if exact and not held[k]
        else Choice(int(mentors[k]), float(fits[k]), float(regrets[k]), 0, exact)
        for k in order
    ]
    return sorted(found, key=lambda choice: (-choice.matched, choice.regret, -choice.fit, choice.mentor))[
        :size
    ]


def _weighed(
    solution: Solution, edges: Edges, capacity: Ints, mentee: int, mentor: int, fit: float
) -> Choice:
    other = forced(solution, edges, capacity, mentee, mentor)
    return Choice(
        mentor, fit, solution.total - other.total, other.matched - solution.matched, exact=other.exact
    )


def forced(solution: Solution, edges: Edges, capacity: Ints, mentee: int, mentor: int) -> Solution:
    """The best round that holds this pair. Raises ValueError when the pair may not be made."""
    place = edges.position(mentee, mentor)
    if place < 0 or capacity[mentor] < 1:
        raise ValueError("this pair may not be made")
    mask = np.ones(len(edges), np.bool_)
    mask[edges.start[mentee] : edges.start[mentee + 1]] = False
    left = capacity.copy()
    left[mentor] -= 1
    rest = solve(edges.kept_where(mask), left, aim=solution.aim)
    mentor_of, fit = rest.mentor_of.copy(), float(edges.fit[place])
    mentor_of[mentee] = mentor
    profits = rest.profits.copy()
    profits[mentee] = fit - rest.prices[mentor]
    total = true_total(edges, mentor_of)
    return replace(
        rest, mentor_of=mentor_of, total=total, bound=max(total, rest.bound + fit), profits=profits
    )
