"""Scores of a big cohort, computed tile by tile on threads."""

import numpy as np
import pytest

from matchmaker import crew
from matchmaker.bench.people import RULES, people
from matchmaker.bench.plain import in_numpy
from matchmaker.prepared import prepare
from matchmaker.rules import Rules
from matchmaker.scoring import Scoring

WEIGHTS = np.array([rule["weight"] for rule in RULES["criterion"]], np.float32)


@pytest.fixture(scope="module")
def scoring() -> Scoring:
    return prepare(people(1_650, 1_650, seed=9), Rules.from_mapping(RULES)).scoring


def test_plain_numpy_comes_to_the_same_fits(scoring: Scoring) -> None:
    fits, plain = scoring.fits(0, 300, WEIGHTS), in_numpy(scoring, 0, 300, WEIGHTS)
    assert not scoring.small
    assert np.array_equal(np.isinf(fits), np.isinf(plain))
    open_pairs = np.isfinite(fits)
    assert np.abs(fits[open_pairs] - plain[open_pairs]).max() < 1e-6


def test_fits_do_not_depend_on_the_number_of_threads(
    scoring: Scoring, monkeypatch: pytest.MonkeyPatch
) -> None:
    together = scoring.fits(0, 300, WEIGHTS)
    monkeypatch.setattr(crew, "MOST", 1)
    assert np.array_equal(together, scoring.fits(0, 300, WEIGHTS))
