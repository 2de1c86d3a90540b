"""From people to reviewed rounds: scoring rate, the Match Lab's slider, and five thousand a side from text
to cards.
"""

# ruff: noqa: PLR2004  the bars stand beside what they judge
from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter
from typing import Any

import numpy as np

from matchmaker.bench.plain import in_numpy
from matchmaker.bench.row import Row, interleaved, times
from matchmaker.cohort import Cohort, Person
from matchmaker.prepared import Prepared, prepare
from matchmaker.rules import Rules

WIDTH = 256
SKILLS = [f"Skill {n}" for n in range(60)]
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri")
RULES: dict[str, Any] = {
    "columns": {"id": "id", "zone": "zone", "languages": "languages", "hours": "free"},
    "criterion": [
        {"kind": "skills", "mentor": "skills", "mentee": "skills", "weight": 0.4},
        {"kind": "text", "mentor": "about", "mentee": "about", "weight": 0.2},
        {"kind": "hours", "mentor": "free", "mentee": "free", "weight": 0.1},
        {"kind": "values", "mentor": "values", "mentee": "values", "weight": 0.1},
        {"kind": "gap", "mentor": "years", "mentee": "years", "ideal": 6, "weight": 0.1},
        {"kind": "same", "mentor": "site", "mentee": "site", "weight": 0.1},
    ],
}


def people(mentees: int, mentors: int, *, seed: int) -> Cohort:
    """A made-up company; about one in twenty cells is empty."""
    chance = np.random.default_rng(seed)
    about = {f"Text {n}": chance.standard_normal(WIDTH).astype(np.float32) for n in range(400)}
    sides = [
        [Person(f"{side}{n:06}", _cells(chance), capacity) for n in range(count)]
        for side, count, capacity in (("m", mentors, 1), ("e", mentees, 1))
    ]
    return Cohort(mentors=sides[0], mentees=sides[1], meanings=about)


def _cells(chance: np.random.Generator) -> dict[str, str]:
    day, hour = chance.permutation(5)[:3], int(chance.integers(8, 16))
    cells = {
        "skills": ";".join(SKILLS[k] for k in chance.permutation(60)[: chance.integers(2, 7)]),
        "about": f"Text {chance.integers(400)}",
        "free": ";".join(f"{DAYS[d]} {hour:02}:00-{hour + 3:02}:00" for d in day),
        "values": ";".join(f"value {k}" for k in chance.permutation(12)[:3]),
        "years": str(chance.integers(0, 25)),
        "site": f"site {chance.integers(6)}",
        "languages": "en" if chance.random() < 0.8 else "en;de",
        "zone": str(chance.choice(["Europe/Berlin", "Africa/Lagos", "America/New_York"])),
    }
    if chance.random() < 0.05:
        cells[str(chance.choice(["values", "years", "about"]))] = ""
    return cells


def people_rows(*, quick: bool) -> Iterator[Row]:
    yield from scoring_rows(quick=quick)
    yield from lab_rows()
    yield from file_rows(quick=quick)


def scoring_rows(*, quick: bool) -> Iterator[Row]:
    """All criteria and gates of every pair, beside one 256-wide matrix product and beside the same sums in
    numpy.
    """
    n = 2_000 if quick else 6_000
    ready = prepare(people(n, n, seed=3), Rules.from_mapping(RULES))
    scoring, weights = ready.scoring, np.array([rule["weight"] for rule in RULES["criterion"]], np.float32)
    chance = np.random.default_rng(0)
    left, right = (chance.standard_normal((n, WIDTH)).astype(np.float32) for _ in range(2))
    block = 500

    def fused() -> None:
        for low in range(0, n, block):
            scoring.fits(low, low + block, weights)

    def product() -> None:
        for low in range(0, n, block):
            left[low : low + block] @ right.T

    def plain() -> None:
        for low in range(0, n, block):
            in_numpy(scoring, low, low + block, weights)

    taken = interleaved(3, fused=fused, product=product, plain=plain)
    share, ratio = taken["product"] / taken["fused"], taken["plain"] / taken["fused"]
    yield Row(
        "scoring: pairs a second", f"{n * n / taken['fused'] / 1e6:.0f} million, {len(weights)} criteria"
    )
    yield Row("scoring: of the matrix-product limit", f"{share:.0%}", "≥ 60 %", share >= 0.6)
    yield Row("scoring: numpy", times(ratio), "≥ 5×", ratio >= 5)


def lab_rows() -> Iterator[Row]:
    """500 + 500 people, a slider moved: from the new weight to every pair, card and number of the round."""
    ready = prepare(people(500, 500, seed=4), Rules.from_mapping(RULES))
    names = [rule.id for rule in ready.rules.criteria]

    def moved() -> None:
        round_ = ready.play(weights={name: 0.1 + 0.05 * place for place, name in enumerate(names)})
        round_.as_report()

    seconds = interleaved(5, moved=moved)["moved"]
    yield Row(
        "Match Lab, 500 + 500, a slider moved", f"{seconds:.2f} s, solved exactly", "< 1 s", seconds < 1
    )


def file_rows(*, quick: bool) -> Iterator[Row]:
    """From cells of text to a round with a card for every pair."""
    n = 1_000 if quick else 5_000
    cohort = people(n, n, seed=5)
    begun = perf_counter()
    ready: Prepared = prepare(cohort, Rules.from_mapping(RULES))
    round_ = ready.play()
    ready.cards(round_)
    seconds = perf_counter() - begun
    told = f"{seconds:.1f} s, {len(round_.pairs):,} pairs, gap {round_.gap:.4%}"
    yield Row(f"{n:,} + {n:,} from cells to cards", told, "< 20 s", seconds < 20)
