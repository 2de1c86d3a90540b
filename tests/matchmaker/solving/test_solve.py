"""A round is as good as integer programming says it can be, and never claims more."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matchmaker.solving.edges import Edges
from matchmaker.solving.flow import by_flow
from matchmaker.solving.keeping import true_total
from matchmaker.solving.market import Market
from matchmaker.solving.solution import Aim
from matchmaker.solving.solve import solve
from tests.matchmaker.solving.cohorts import little, littles, most_and_best

AIMS: tuple[Aim, ...] = ("most_matched", "total_fit")


@pytest.mark.parametrize("aim", AIMS)
def test_two_hundred_rounds_lie_between_optimum_and_bound(aim: Aim) -> None:
    for round_ in littles(200):
        count, best = most_and_best(round_, most_matched=aim == "most_matched")
        exact = solve(round_.edges, round_.capacity, aim=aim, exact=True)
        fast = solve(round_.edges, round_.capacity, aim=aim, exact=False)
        assert exact.total == pytest.approx(best, abs=1e-6)
        assert exact.exact
        assert exact.gap == 0
        assert best <= fast.bound + 1e-6
        assert fast.total <= best + 1e-6
        assert fast.total >= best - 1e-4 * max(1.0, abs(best))
        if aim == "most_matched":
            assert exact.matched == fast.matched == count


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000), st.booleans())
def test_no_mentor_gets_more_than_their_places_and_every_pair_was_allowed(seed: int, exact: bool) -> None:
    round_ = little(seed)
    found = solve(round_.edges, round_.capacity, exact=exact)
    assert (found.load(round_.edges.mentors) <= round_.capacity).all()
    assert all(round_.edges.position(int(i), int(j)) >= 0 for i, j in zip(*found.pairs(), strict=True))
    assert found.total == pytest.approx(true_total(round_.edges, found.mentor_of))


def test_the_order_in_which_pairs_are_listed_changes_nothing() -> None:
    for round_ in littles(30):
        edges = round_.edges
        shuffled = np.random.default_rng(1).permutation(len(edges))
        rows, columns, fits = edges.rows()[shuffled], edges.mentor[shuffled], edges.fit[shuffled]
        again = Edges.from_pairs(rows, columns, fits, mentees=edges.mentees, mentors=edges.mentors)
        for exact in (True, False):
            one, other = (solve(e, round_.capacity, exact=exact) for e in (edges, again))
            assert one.mentor_of.tolist() == other.mentor_of.tolist()


def test_renumbering_people_leaves_an_exact_total_and_number_as_they_were() -> None:
    for round_ in littles(30):
        edges, chance = round_.edges, np.random.default_rng(2)
        mentee, mentor = chance.permutation(edges.mentees), chance.permutation(edges.mentors)
        again = Edges.from_pairs(
            mentee[edges.rows()],
            mentor[edges.mentor],
            edges.fit,
            mentees=edges.mentees,
            mentors=edges.mentors,
        )
        capacity = np.empty_like(round_.capacity)
        capacity[mentor] = round_.capacity
        one, other = solve(edges, round_.capacity, exact=True), solve(again, capacity, exact=True)
        assert one.matched == other.matched
        assert one.total == pytest.approx(other.total)


def test_the_same_seed_gives_the_same_round_twice() -> None:
    round_ = little(3)
    for seed in (0, 1, 7):
        one, other = (solve(round_.edges, round_.capacity, seed=seed, exact=False) for _ in range(2))
        assert one.mentor_of.tolist() == other.mentor_of.tolist()


def test_a_larger_round_is_within_a_ten_thousandth_of_the_flow() -> None:
    for seed, tied in ((1, False), (2, True)):
        edges, capacity = _crowded(seed, tied=tied)
        best = true_total(edges, by_flow(edges, capacity))
        found = solve(edges, capacity, exact=False)
        assert 0.9999 * best <= found.total <= best + 1e-3
        assert best <= found.bound + 1e-3
        assert found.gap <= 5e-4


def _crowded(seed: int, *, tied: bool) -> tuple[Edges, np.ndarray[tuple[int], np.dtype[np.int32]]]:
    """600 mentees for 240 mentors with 2 places each: a fifth must go without."""
    chance = np.random.default_rng(seed)
    rows, columns = np.nonzero(chance.random((600, 240)) < 0.2)
    fits = chance.random(len(rows)) * 0.6 + 0.4
    fits = np.round(fits * 10) / 10 if tied else fits
    return Edges.from_pairs(rows, columns, fits, mentees=600, mentors=240), np.full(240, 2, np.int32)


def test_a_round_the_auction_gives_up_is_chosen_by_flow_and_proven_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(Market, "clear", lambda *_, **__: None)
    for round_ in littles(60):
        for aim in AIMS:
            count, best = most_and_best(round_, most_matched=aim == "most_matched")
            found = solve(round_.edges, round_.capacity, aim=aim, exact=False)
            assert found.total == pytest.approx(best, abs=1e-5)
            assert found.bound == pytest.approx(best, abs=1e-3)
            assert aim == "total_fit" or found.matched == count


def test_an_earlier_rounds_prices_only_help() -> None:
    edges, capacity = _crowded(3, tied=False)
    capacity = capacity + 1
    first = solve(edges, capacity, exact=False)
    again = solve(edges, capacity, prices=first.prices, exact=False)
    assert again.matched == first.matched
    assert again.total == pytest.approx(first.total, rel=1e-4)


def test_nobody_to_match_is_an_answer_too() -> None:
    empty = Edges.from_pairs([], [], [], mentees=3, mentors=2)
    for exact in (True, False):
        found = solve(empty, np.ones(2, np.int32), exact=exact)
        assert (found.mentor_of.tolist(), found.total, found.bound) == ([-1, -1, -1], 0.0, 0.0)


def test_nonsense_is_refused_with_a_sentence() -> None:
    with pytest.raises(ValueError, match="twice"):
        Edges.from_pairs([0, 0], [1, 1], [0.5, 0.5], mentees=1, mentors=2)
    with pytest.raises(ValueError, match="not there"):
        Edges.from_pairs([0], [2], [0.5], mentees=1, mentors=2)
    with pytest.raises(ValueError, match="finite"):
        Edges.from_pairs([0], [0], [np.nan], mentees=1, mentors=2)
    with pytest.raises(ValueError, match="at least 0"):
        solve(Edges.from_pairs([0], [0], [0.5], mentees=1, mentors=1), np.array([-1]))
