"""Sparse rounds: speed, scarcity, ties, and what the other aims cost."""

# ruff: noqa: PLR2004  the bars stand beside what they judge
from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from matchmaker.bench.cohorts import Crowd
from matchmaker.bench.peers import flow, greedy, scipy_sparse
from matchmaker.bench.row import Row, interleaved, times
from matchmaker.solving.bottleneck import maximin
from matchmaker.solving.edges import Edges, Ints
from matchmaker.solving.joining import join_late
from matchmaker.solving.keeping import true_total
from matchmaker.solving.lists import best_lists
from matchmaker.solving.parity import parity
from matchmaker.solving.solution import Solution
from matchmaker.solving.solve import solve

SEED = 1


def lists_of(mentees: int, mentors: int) -> Edges:
    """The 50 best per mentee and the 20 best per mentor of a made-up crowd."""
    return best_lists(Crowd.gathered(mentees, mentors, seed=SEED).score, mentees=mentees, mentors=mentors)


def _size(*, quick: bool) -> tuple[int, int]:
    return (4_000, 3) if quick else (20_000, 3)


def sparse_rows(*, quick: bool) -> Iterator[Row]:
    """Capacity 1 and 3 beside flow, scipy and greedy."""
    n, rounds = _size(quick=quick)
    edges, ones = lists_of(n, n * 21 // 20), np.ones(n * 21 // 20, np.int32)

    def ours() -> Solution:
        return solve(edges, ones, exact=False)

    taken = interleaved(
        rounds, ours=ours, flow=flow(edges, ones), scipy=scipy_sparse(edges), greedy=greedy(edges, ones)
    )
    best, found = true_total(edges, flow(edges, ones)()), ours()
    quality, name = found.total / best, f"sparse {n:,} × {edges.mentors:,}, capacity 1"
    yield Row(f"{name}: ours", f"{taken['ours']:.3f} s, proven gap {found.gap:.5%}, {len(edges):,} pairs")
    yield _faster(f"{name}: OR-Tools flow", taken["flow"] / taken["ours"], 20)
    yield _faster(f"{name}: scipy sparse", taken["scipy"] / taken["ours"], 30)
    yield Row(f"{name}: of the optimum", f"{quality:.6f}", "≥ .9999", quality >= 0.9999)
    rough = greedy(edges, ones)()
    told = f"{taken['greedy'] / taken['ours']:.2f}×, {true_total(edges, rough) / best:.3f} of the optimum"
    yield Row(f"{name}: greedy", f"{told}, {np.mean(rough < 0):.1%} unmatched")
    edges, threes = lists_of(n, n * 7 // 20), np.full(n * 7 // 20, 3, np.int32)
    taken = interleaved(rounds, ours=lambda: solve(edges, threes, exact=False), flow=flow(edges, threes))
    yield _faster(f"sparse {n:,} × {edges.mentors:,}, capacity 3: flow", taken["flow"] / taken["ours"], 10)


def scarce_rows(*, quick: bool) -> Iterator[Row]:
    """Places for 80 % only, and fits in ten or four steps."""
    n, rounds = _size(quick=quick)
    m = n * 21 // 20
    edges, ones = lists_of(n, m), np.ones(m, np.int32)
    chosen = np.random.default_rng(SEED).permutation(m)
    scarce = (chosen < n * 4 // 5).astype(np.int32)
    rounds_of = {
        "scarce capacity (80 %)": (edges, scarce),
        "ties, ten steps": (edges.with_fit(np.round(edges.fit * 10) / 10), ones),
        "ties, four steps": (edges.with_fit(np.round(edges.fit * 4) / 4), ones),
        "scarce and tied": (edges.with_fit(np.round(edges.fit * 10) / 10), scarce),
    }
    for name, (pairs, places) in rounds_of.items():
        yield _beside_flow(name, pairs, places, rounds)


def _beside_flow(name: str, edges: Edges, places: Ints, rounds: int) -> Row:
    taken = interleaved(
        max(1, rounds - 2), ours=lambda: solve(edges, places, exact=False), flow=flow(edges, places)
    )
    found, best = solve(edges, places, exact=False), flow(edges, places)()
    ratio = taken["flow"] / taken["ours"]
    quality = found.total / true_total(edges, best)
    told = f"{times(ratio)}, {quality:.5f} of the optimum, {found.matched:,} matched"
    met = ratio >= 1 and found.matched == int((best >= 0).sum())
    return Row(f"{name}: OR-Tools flow", told, "never slower", met)


def _faster(name: str, ratio: float, goal: float) -> Row:
    return Row(name, times(ratio), f"≥ {goal:g}×", ratio >= goal)


def aim_rows(*, quick: bool) -> Iterator[Row]:
    """What the worst pair, and two sites' gap, cost in time and in total."""
    n, rounds = _size(quick=quick)
    m = n * 21 // 20
    edges, ones = lists_of(n, m), np.ones(m, np.int32)
    taken = interleaved(
        max(1, rounds - 2),
        one=lambda: solve(edges, ones, exact=False),
        worst=lambda: maximin(edges, ones, exact=False),
    )
    free, fair = solve(edges, ones, exact=False), maximin(edges, ones, exact=False)
    ratio, cost = taken["worst"] / taken["one"], 1 - fair.total / free.total
    worst = f"worst pair {np.nanmin(free.fits(edges)):.3f} → {np.nanmin(fair.fits(edges)):.3f}"
    yield Row("exact maximin: time", f"{ratio:.2f} solves, {worst}", "≤ 3 solves", ratio <= 3)
    yield Row("exact maximin: total given up", f"{cost:.4%}", "≤ 0.05 %", cost <= 5e-4)
    chance = np.random.default_rng(SEED)
    site = (chance.random(n) < 0.3).astype(np.int32)
    behind = edges.with_fit(edges.fit - 0.03 * site[edges.rows()] * chance.random(len(edges)))
    even = parity(behind, ones, site, exact=False)
    told = f"gap {even.before:.4f} → {even.after:.5f} ({even.cut:.1%} cut)"
    told += f", {even.cost:.3%} of total, {even.solves} solves"
    met = even.cut >= 0.95 and even.cost <= 0.002 and even.solves <= 8
    yield Row("parity of two sites", told, "≥ 95 % cut, ≤ 0.2 %, ≤ 8", met)


def late_rows(*, quick: bool) -> Iterator[Row]:
    """One in a hundred joins when the round is made."""
    n, rounds = _size(quick=quick)
    m = n * 21 // 20
    edges, ones = lists_of(n, m), np.ones(m, np.int32)
    late = np.random.default_rng(SEED).permutation(n) < n // 100
    before = solve(edges.kept_where(~late[edges.rows()]), ones, exact=False)
    taken = interleaved(
        rounds, join=lambda: join_late(before, edges, ones), again=lambda: solve(edges, ones, exact=False)
    )
    after = join_late(before, edges, ones)
    ratio, moved = taken["again"] / taken["join"], len(after.moved) / before.matched
    seated = len(after.joined) / int(late.sum())
    yield _faster("1 % late joiners: our own re-solve", ratio, 50)
    yield Row("1 % late joiners: kept pairs moved", f"{moved:.2%}", "≤ 0.5 %", moved <= 0.005)
    yield Row("1 % late joiners: matched", f"{seated:.1%}", "≥ 99 %", seated >= 0.99)
