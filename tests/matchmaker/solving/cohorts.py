"""Random little rounds, and slow certain answers to hold the solvers against."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_array

from matchmaker.solving.edges import Edges, Floats, Ints


@dataclass(frozen=True, eq=False)
class Little:
    """One random round: its pairs and its places."""

    edges: Edges
    capacity: Ints


def little(seed: int, *, people: int = 24) -> Little:
    """A round of up to `people` a side; some are tied, some scarce, some have pairs of negative fit."""
    chance = np.random.default_rng(seed)
    mentees, mentors = chance.integers(1, people, 2)
    allowed = chance.random((mentees, mentors)) < chance.random()
    fits = chance.random((mentees, mentors))
    if seed % 3 == 0:
        fits = np.round(fits * 4) / 4
    if seed % 5 == 0:
        fits = fits - 0.3
    rows, columns = np.nonzero(allowed)
    capacity = chance.integers(0, 4, mentors) if seed % 2 else np.ones(mentors)
    edges = Edges.from_pairs(rows, columns, fits[allowed], mentees=int(mentees), mentors=int(mentors))
    return Little(edges, capacity.astype(np.int32))


def littles(count: int, **size: int) -> Iterator[Little]:
    yield from (little(seed, **size) for seed in range(count))


def most_and_best(round_: Little, *, least: float = -np.inf, most_matched: bool = True) -> tuple[int, float]:
    """How many can be matched and the best total at that number, by integer programming (HiGHS)."""
    edges = round_.edges.kept_where(round_.edges.fit >= least)
    if not len(edges):
        return 0, 0.0
    limits = _limits(edges, round_.capacity)
    count = -round(_optimum(-np.ones(len(edges)), limits))
    if not most_matched:
        return count, -_optimum(-edges.fit, limits)
    exactly = LinearConstraint(np.ones((1, len(edges))), count, count)
    return count, -_optimum(-edges.fit, [*limits, exactly])


def best_worst_of(round_: Little) -> float:
    """The largest bar that still lets as many be matched, by bisection over the fits."""
    count = most_and_best(round_)[0]
    bars = np.unique(round_.edges.fit)
    held, broken = 0, len(bars)
    while broken - held > 1:
        middle = (held + broken) // 2
        holds = most_and_best(round_, least=bars[middle])[0] == count
        held, broken = (middle, broken) if holds else (held, middle)
    return float(bars[held])


def _limits(edges: Edges, capacity: Ints) -> list[LinearConstraint]:
    each, ones = np.arange(len(edges)), np.ones(len(edges))
    by_mentee = coo_array((ones, (edges.rows(), each)), shape=(edges.mentees, len(edges)))
    by_mentor = coo_array((ones, (edges.mentor, each)), shape=(edges.mentors, len(edges)))
    return [LinearConstraint(by_mentee.tocsr(), 0, 1), LinearConstraint(by_mentor.tocsr(), 0, capacity)]


def _optimum(costs: Floats, limits: list[LinearConstraint]) -> float:
    answer = milp(costs, constraints=limits, integrality=np.ones(len(costs)), bounds=Bounds(0, 1))
    assert answer.success
    return float(answer.fun)
