"""A choice of pairs, with the proof of how good it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from matchmaker.solving.edges import Edges, Floats, Ints

Aim = Literal["most_matched", "total_fit"]


@dataclass(frozen=True, eq=False)
class Solution:
    """Who meets whom, and an upper bound that no other choice under the same aim can pass.

    mentor_of  int32[n], -1 for nobody
    total      sum of the fits of the pairs made
    bound      proven upper bound on `total` for the aim (for most_matched: among choices that match as
               many)
    prices     float64[m], what one place at a mentor is worth to the round; scarce mentors are dear
    profits    float64[n], what a mentee's place in the round brings beyond the price
    exact      true when total equals the bound but for rounding
    """

    mentor_of: Ints
    total: float
    bound: float
    prices: Floats
    profits: Floats
    exact: bool
    aim: Aim = "most_matched"

    @property
    def matched(self) -> int:
        return int(np.count_nonzero(self.mentor_of >= 0))

    @property
    def gap(self) -> float:
        """The share of the bound that is at most missing, 0–1."""
        if self.exact or self.bound <= 0:
            return 0.0
        return (self.bound - self.total) / self.bound

    def pairs(self) -> tuple[Ints, Ints]:
        """Matched mentees and their mentors."""
        mentees = np.flatnonzero(self.mentor_of >= 0).astype(np.int32)
        return mentees, self.mentor_of[mentees]

    def load(self, mentors: int) -> Ints:
        """How many mentees each mentor got, int32[m]."""
        return np.bincount(self.pairs()[1], minlength=mentors).astype(np.int32)

    def fits(self, edges: Edges) -> Floats:
        """The fit of every mentee's pair, float64[n], nan for the unmatched."""
        found = np.full(edges.mentees, np.nan)
        for_edge = edges.rows()
        chosen = self.mentor_of[for_edge] == edges.mentor
        found[for_edge[chosen]] = edges.fit[chosen]
        return found
