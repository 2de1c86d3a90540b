"""A big cohort keeps nothing dense and works on lists; on people few enough for both ways, both agree."""

import numpy as np
import pytest

from matchmaker import Prepared, prepare, roll
from tests.matchmaker.people import broken_gates, cohort, rules


def as_if_big(seed: int) -> Prepared:
    ready = prepare(cohort(seed, mentees=90, mentors=80), rules())
    ready.scoring.small = False
    ready.scoring._kept = None
    return ready


def test_blocks_score_the_same_as_what_is_kept() -> None:
    for seed in range(5):
        small, big = prepare(cohort(seed, mentees=90, mentors=80), rules()), as_if_big(seed)
        weights = np.array([0.4, 0.3, 0.2, 0.1], np.float32)
        kept = small.scoring.fits(0, 90, weights)
        assert np.array_equal(
            kept, np.vstack([big.scoring.fits(i, i + 7, weights)[:7] for i in range(0, 84, 7)] + [kept[84:]])
        )


def test_a_round_on_lists_comes_within_a_hair_of_the_optimum() -> None:
    for seed in range(5):
        small, big = prepare(cohort(seed, mentees=90, mentors=80), rules()).play(), as_if_big(seed).play()
        assert len(big.pairs) == len(small.pairs)
        assert big.total == pytest.approx(small.total, rel=1e-3)
        assert small.total <= big.bound + 1e-6


@pytest.mark.parametrize("aim", ["maximin", "stable", "total_fit"])
def test_every_aim_works_on_lists(aim: str) -> None:
    found = as_if_big(1).play(aim=aim)
    one = cohort(1, mentees=90, mentors=80)
    mentors, mentees = ({row.id: row for row in side} for side in (one.mentors, one.mentees))
    assert [p for p in found.pairs if broken_gates(mentees[p.mentee], mentors[p.mentor], one)] == []
    assert found.total <= found.bound + 1e-6


def test_kept_pairs_stay_in_a_big_cohort_too() -> None:
    ready = as_if_big(2)
    made = [(pair.mentee, pair.mentor) for pair in ready.play().pairs]
    again = roll(ready, made, allow_moves=True)
    assert sorted((pair.mentee, pair.mentor) for pair in again.pairs) == sorted(made)
    assert len(ready.cards(again)) == len(again.pairs)
