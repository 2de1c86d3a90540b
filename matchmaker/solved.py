"""A cohort turned into arrays and solved: what a round is written from, and what questions about it start
from.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matchmaker.solving.edges import Edges
from matchmaker.solving.solution import Solution


@dataclass(frozen=True, eq=False)
class Solved:
    """Pairs as rows: mentor_of int32[n] (-1 nobody) holds locked pairs too; fit float64[n] is the true
    fit, without bonuses.

    `edges` and `capacity` are what the solver saw: locked mentees have no edges there, their places are
    taken off.
    """

    solution: Solution
    edges: Edges
    capacity: NDArray[np.int32]
    mentor_of: NDArray[np.int32]
    fit: NDArray[np.float64]
    locked: NDArray[np.bool_]
    kept: NDArray[np.bool_]
    bound: float
    weights: NDArray[np.float32]
    seconds: dict[str, float]
    exact: bool

    @property
    def matched(self) -> int:
        return int(np.count_nonzero(self.mentor_of >= 0))

    @property
    def total(self) -> float:
        return float(self.fit[self.mentor_of >= 0].sum())
