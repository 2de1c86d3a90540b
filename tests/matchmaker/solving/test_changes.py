"""What a change would bring is what solving again brings."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from matchmaker.solving.changing import changed
from matchmaker.solving.choices import forced, shortlist
from matchmaker.solving.edges import Edges
from matchmaker.solving.joining import join_late
from matchmaker.solving.keeping import keep
from matchmaker.solving.solution import Aim
from matchmaker.solving.solve import solve
from matchmaker.solving.worth import worth
from tests.matchmaker.solving.cohorts import littles

AIMS: tuple[Aim, ...] = ("most_matched", "total_fit")


def test_one_more_place_is_worth_exactly_what_it_brings() -> None:
    for round_ in littles(40, people=14):
        for aim in AIMS:
            found = solve(round_.edges, round_.capacity, aim=aim, exact=True)
            told = worth(found, round_.edges)
            for mentor in range(round_.edges.mentors):
                more = round_.capacity.copy()
                more[mentor] += 1
                again = changed(found, round_.edges, more)
                assert told.gain[mentor] == pytest.approx(again.total - found.total, abs=1e-7)
                if aim == "most_matched":
                    assert told.matches[mentor] == again.matched - found.matched


def test_a_shortlist_names_the_true_cost_of_each_choice() -> None:
    for round_ in littles(40, people=14):
        found = solve(round_.edges, round_.capacity, exact=True)
        for mentee in range(min(3, round_.edges.mentees)):
            for choice in shortlist(found, round_.edges, round_.capacity, mentee):
                again = forced(found, round_.edges, round_.capacity, mentee, choice.mentor)
                assert again.mentor_of[mentee] == choice.mentor
                assert (again.load(round_.edges.mentors) <= round_.capacity).all()
                assert choice.regret == pytest.approx(found.total - again.total, abs=1e-7)
                assert choice.matched == again.matched - found.matched


def test_the_mentor_one_has_heads_the_shortlist() -> None:
    round_ = next(littles(1))
    found = solve(round_.edges, round_.capacity)
    for mentee, mentor in zip(*found.pairs(), strict=True):
        first = shortlist(found, round_.edges, round_.capacity, int(mentee))[0]
        assert (first.mentor if first.regret == 0 and first.fit else int(mentor), first.regret) == (
            first.mentor,
            0,
        )


def test_a_pair_that_may_not_be_made_cannot_be_forced() -> None:
    edges = Edges.from_pairs([0], [0], [0.5], mentees=1, mentors=2)
    found = solve(edges, np.ones(2, np.int32))
    with pytest.raises(ValueError, match="may not be made"):
        forced(found, edges, np.ones(2, np.int32), 0, 1)


def test_late_joiners_are_seated_and_hardly_anybody_moves() -> None:
    chance = np.random.default_rng(9)
    rows, columns = np.nonzero(chance.random((1000, 1050)) < 0.05)
    edges = Edges.from_pairs(rows, columns, chance.random(len(rows)), mentees=1000, mentors=1050)
    late, places = chance.random(1000) < 0.03, np.ones(1050, np.int32)
    before = solve(edges.kept_where(~late[edges.rows()]), places)
    after = join_late(before, edges, places)
    kept = before.mentor_of >= 0
    assert len(after.joined) == late.sum()
    assert len(after.moved) <= 0.02 * kept.sum()
    assert (after.solution.mentor_of[kept] >= 0).all()
    assert (after.solution.load(1050) <= 1).all()
    best = solve(edges, places, exact=False)
    assert after.solution.total == pytest.approx(np.nansum(after.solution.fits(edges)))
    assert after.solution.total <= best.bound
    assert best.total <= after.solution.bound + 1e-9


def test_who_cannot_be_seated_waits_and_nobody_loses_a_mentor() -> None:
    for round_ in littles(60):
        edges = round_.edges
        some = solve(edges.kept_where(edges.rows() % 2 == 0), round_.capacity)
        after = join_late(some, edges, round_.capacity)
        most = solve(edges, round_.capacity)
        assert after.solution.matched == most.matched
        assert (after.solution.mentor_of[some.mentor_of >= 0] >= 0).all()
        assert sorted([*after.joined, *after.waiting]) == np.flatnonzero(some.mentor_of < 0).tolist()


def test_a_bonus_keeps_pairs_that_a_free_round_would_break() -> None:
    for round_ in littles(20):
        first = solve(round_.edges, round_.capacity)
        worse = round_.edges.with_fit(np.random.default_rng(0).random(len(round_.edges)))
        kept = solve(keep(worse, first.mentor_of, bonus=100.0), round_.capacity)
        assert replace(kept).mentor_of.tolist() == first.mentor_of.tolist()
