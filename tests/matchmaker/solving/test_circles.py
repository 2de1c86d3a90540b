"""Circles keep every rule, whatever it costs."""

from __future__ import annotations

import numpy as np

from matchmaker.solving.circles import circles
from matchmaker.solving.edges import Edges


def test_no_circle_is_too_small_or_large_nor_holds_a_manager_with_their_report_nor_an_only_one() -> None:
    for seed in range(25):
        chance = np.random.default_rng(seed)
        allowed = chance.random((60, 12)) < 0.7
        rows, columns = np.nonzero(allowed)
        edges = Edges.from_pairs(rows, columns, chance.random(len(rows)), mentees=60, mentors=12)
        apart = np.column_stack([np.arange(0, 20), np.arange(20, 40)])
        groups = chance.random((60, 2)) < 0.2
        found = circles(edges, np.ones(12, np.int32), apart=apart, groups=groups)
        for seated, leader in zip(found.members, found.led_by, strict=True):
            assert 4 <= len(seated) <= 8
            assert all(allowed[i, leader] for i in seated)
            assert not any({one, other} <= set(seated.tolist()) for one, other in apart.tolist())
            assert all(groups[seated, g].sum() != 1 for g in range(2))
        assert len(found.left_out) + sum(len(seated) for seated in found.members) == 60
        assert len(found.left_out) <= 12


def test_everybody_finds_a_circle_when_nothing_stands_in_the_way() -> None:
    chance = np.random.default_rng(0)
    rows, columns = np.nonzero(np.ones((48, 10)))
    edges = Edges.from_pairs(rows, columns, chance.random(480), mentees=48, mentors=10)
    found = circles(edges, np.ones(10, np.int32))
    assert found.left_out.tolist() == []
    assert found.total > 0.6 * 48
