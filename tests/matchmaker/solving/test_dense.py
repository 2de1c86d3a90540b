"""Certified rounds over every pair, and the lists they start from."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from scipy.optimize import linear_sum_assignment

from matchmaker.bench.cohorts import Crowd
from matchmaker.solving.certify import certify
from matchmaker.solving.lists import best_lists
from matchmaker.solving.solution import Aim
from tests.matchmaker.solving.cohorts import Little, littles, most_and_best


def test_a_certified_round_is_as_near_the_dense_optimum_as_it_says() -> None:
    crowd = Crowd.gathered(700, 720, seed=3)
    scores = crowd.score(0, 700).astype(np.float64)
    rows, columns = linear_sum_assignment(-scores)
    best = scores[rows, columns].sum()
    found = certify(crowd.score, np.ones(720, np.int32), mentees=700)
    assert found.gap <= 3e-4
    assert found.solution.matched == 700
    assert best <= found.solution.bound + 1e-6
    assert found.solution.total <= best + 1e-3
    assert found.solution.total >= (1 - found.gap) * best - 1e-3


def test_lists_hold_the_best_of_both_sides() -> None:
    crowd = Crowd.gathered(60, 40, seed=1)
    scores = crowd.score(0, 60)
    lists = best_lists(crowd.score, mentees=60, mentors=40, per_mentee=5, per_mentor=3)
    listed = np.zeros((60, 40), bool)
    listed[lists.rows(), lists.mentor] = True
    wanted = np.zeros((60, 40), bool)
    np.put_along_axis(wanted, np.argsort(-scores, axis=1)[:, :5], values=True, axis=1)
    np.put_along_axis(wanted, np.argsort(-scores, axis=0)[:3], values=True, axis=0)
    assert (listed == wanted).all()
    assert lists.fit == pytest.approx(scores[lists.rows(), lists.mentor])


def test_a_gate_in_the_scores_is_never_passed() -> None:
    crowd = Crowd.gathered(50, 50, seed=2)

    def gated(low: int, high: int) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
        scores = crowd.score(low, high)
        scores[(np.arange(low, high)[:, None] + np.arange(50)) % 3 == 0] = -np.inf
        return scores

    found = certify(gated, np.ones(50, np.int32), mentees=50)
    mentees, mentors = found.solution.pairs()
    assert ((mentees + mentors) % 3 != 0).all()


def test_a_certified_bound_holds_for_fits_that_were_rounded_on_the_way() -> None:
    for seed in range(3):
        crowd = Crowd.gathered(300, 310, seed=seed)
        truth = crowd.mentees.astype(np.float64) @ crowd.mentors.T.astype(np.float64)
        best = truth[linear_sum_assignment(-truth)].sum()
        assert certify(crowd.score, np.ones(310, np.int32), mentees=300).solution.bound >= best


@pytest.mark.parametrize("aim", ["most_matched", "total_fit"])
def test_a_certified_bound_holds_whoever_is_left_over(aim: Aim) -> None:
    for round_ in littles(100):
        edges = round_.edges
        scores = np.full((edges.mentees, edges.mentors), -np.inf, np.float32)
        scores[edges.rows(), edges.mentor] = edges.fit
        exact = replace(edges, fit=scores[edges.rows(), edges.mentor].astype(np.float64))
        count, best = most_and_best(Little(exact, round_.capacity), most_matched=aim == "most_matched")
        found = certify(
            lambda low, high, scores=scores: scores[low:high],  # type: ignore[misc]  # bound to this round
            round_.capacity,
            mentees=edges.mentees,
            aim=aim,
        )
        if aim == "total_fit" or found.solution.matched == count:
            assert best <= found.solution.bound + 1e-9
            assert found.solution.total <= best + 1e-6
