"""People made up for measuring: tastes as unit vectors, some mentors more popular than others.

A fit is (1 + cosine) / 2 plus a little for popularity, squeezed into 0–1: neighbours want the same few
mentors, as in life, which is harder for a solver than independent noise.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, eq=False)
class Crowd:
    """Vectors float32[n, d] and float32[m, d]; the last column of each carries the mentors' popularity."""

    mentees: NDArray[np.float32]
    mentors: NDArray[np.float32]

    @classmethod
    def gathered(cls, mentees: int, mentors: int, *, seed: int, width: int = 24, fame: float = 0.06) -> Crowd:
        """Draw a crowd; `fame` is the standard deviation of the popularity added to a fit."""
        chance = np.random.default_rng(seed)
        left, right = (_unit(chance, count, width) / np.sqrt(2) for count in (mentees, mentors))
        popularity = (0.45 + fame * chance.standard_normal((mentors, 1))).astype(np.float32)
        ones = np.ones((mentees, 1), np.float32)
        return cls(np.hstack([left, ones]), np.hstack([right, popularity]))

    def score(self, low: int, high: int) -> NDArray[np.float32]:
        """Fits of mentees low…high-1 with every mentor, float32[high-low, m]."""
        return np.asarray(self.mentees[low:high] @ self.mentors.T, np.float32)


def _unit(chance: np.random.Generator, count: int, width: int) -> NDArray[np.float32]:
    drawn = chance.standard_normal((count, width)).astype(np.float32)
    return np.asarray(drawn / np.linalg.norm(drawn, axis=1, keepdims=True), np.float32)
