"""Maximin, parity, stability and reserve do what they say."""

from __future__ import annotations

import numpy as np
import pytest

from matchmaker.bench.cohorts import Crowd
from matchmaker.solving.bottleneck import maximin
from matchmaker.solving.edges import Edges
from matchmaker.solving.lists import best_lists
from matchmaker.solving.parity import parity
from matchmaker.solving.reserve import reserve
from matchmaker.solving.solve import solve
from matchmaker.solving.stable import blocking_pairs, stable
from tests.matchmaker.solving.cohorts import best_worst_of, littles, most_and_best


def test_the_worst_pair_is_as_good_as_it_can_be_and_the_total_best_above_it() -> None:
    for round_ in littles(60, people=12):
        found = maximin(round_.edges, round_.capacity)
        if not found.matched:
            continue
        bar = best_worst_of(round_)
        assert np.nanmin(found.fits(round_.edges)) == bar
        assert (found.matched, found.total) == pytest.approx(most_and_best(round_, least=bar))


def test_nobody_would_leave_a_stable_round_for_another() -> None:
    for seed, round_ in enumerate(littles(100)):
        chance = np.random.default_rng(seed)
        theirs, ours = chance.random(len(round_.edges)), chance.random(len(round_.edges))
        found = stable(round_.edges, theirs, ours, round_.capacity)
        assert blocking_pairs(round_.edges, theirs, ours, round_.capacity, found.mentor_of) == []
        assert (found.load(round_.edges.mentors) <= round_.capacity).all()


def test_a_round_that_somebody_would_leave_is_seen() -> None:
    edges = Edges.from_pairs([0, 0, 1, 1], [0, 1, 0, 1], [0.9, 0.1, 0.8, 0.2], mentees=2, mentors=2)
    crossed = np.array([1, 0], np.int32)
    assert blocking_pairs(edges, edges.fit, edges.fit, np.ones(2, np.int32), crossed) == [(0, 0)]


def test_parity_closes_the_gap_between_two_sites_at_little_cost() -> None:
    crowd, chance = Crowd.gathered(400, 420, seed=6), np.random.default_rng(4)
    site = (np.arange(400) % 3 == 0).astype(np.int32)
    lists = best_lists(crowd.score, mentees=400, mentors=420)
    edges = lists.with_fit(lists.fit - 0.03 * site[lists.rows()] * chance.random(len(lists)))
    found = parity(edges, np.ones(420, np.int32), site)
    assert found.cut >= 0.95
    assert found.cost <= 0.002
    assert found.solves <= 8
    outcome = np.nan_to_num(found.solution.fits(edges))
    assert abs(outcome[site == 0].mean() - outcome[site == 1].mean()) == pytest.approx(found.after)


def test_parity_has_nothing_to_do_for_one_group() -> None:
    round_ = next(littles(1))
    found = parity(round_.edges, round_.capacity, np.zeros(round_.edges.mentees, np.int32))
    assert (found.solves, found.cost) == (1, 0.0)


def test_a_tenth_held_back_comes_from_those_with_most_places() -> None:
    assert reserve(np.array([1, 1, 5, 3]), 0.1).tolist() == [1, 1, 4, 3]
    assert reserve(np.array([1, 1, 5, 3]), 0.5).tolist() == [1, 1, 2, 1]
    assert reserve(np.array([1, 1]), 0.0).tolist() == [1, 1]
    with pytest.raises(ValueError, match="between 0 and 1"):
        reserve(np.array([1]), 1.5)


def test_total_fit_never_makes_a_pair_that_takes_away() -> None:
    edges = Edges.from_pairs([0, 1], [0, 1], [-0.2, 0.4], mentees=2, mentors=2)
    for exact in (True, False):
        one_each = np.ones(2, np.int32)
        assert solve(edges, one_each, aim="total_fit", exact=exact).mentor_of.tolist() == [-1, 1]
        assert solve(edges, one_each, aim="most_matched", exact=exact).mentor_of.tolist() == [0, 1]
