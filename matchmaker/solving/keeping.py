"""Rounds that respect earlier ones: a kept pair carries a bonus, and its real fit is counted afterwards."""

from __future__ import annotations

from matchmaker.solving.edges import Edges, Ints
from matchmaker.solving.pricing import total_of


def keep(edges: Edges, mentor_of: Ints, *, bonus: float) -> Edges:
    """The same pairs, those of an earlier choice (int32[n], -1 none) worth `bonus` more: solve, then count
    real fits.
    """
    return edges.with_fit(edges.fit + bonus * (mentor_of[edges.rows()] == edges.mentor))


def true_total(edges: Edges, mentor_of: Ints) -> float:
    """The sum of the fits of a choice."""
    return float(total_of(edges.start, edges.mentor, edges.fit, mentor_of))
