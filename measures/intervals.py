"""How sure a number is."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np


@dataclass(frozen=True)
class Interval:
    """A range that holds the true value in `confidence` of cases."""

    low: float
    high: float
    confidence: float = 0.95


def of_share(count: int, total: int, *, confidence: float = 0.95) -> Interval:
    """Return Wilson's score interval of a share; an empty group may be anything from 0 to 1.

    Source: E. B. Wilson, Probable inference, JASA 22 (1927), recommended by Brown, Cai and DasGupta (2001).
    """
    if not 0 <= count <= total:
        raise ValueError("count has to lie between 0 and total")
    if total == 0:
        return Interval(0.0, 1.0, confidence)
    z = NormalDist().inv_cdf(0.5 + confidence / 2)
    share, weight = count / total, 1 + z * z / total
    middle = (share + z * z / (2 * total)) / weight
    half = z * math.sqrt(share * (1 - share) / total + z * z / (4 * total * total)) / weight
    low = 0.0 if count == 0 else max(0.0, middle - half)
    return Interval(low, 1.0 if count == total else min(1.0, middle + half), confidence)


def of_mean(
    values: Sequence[float], *, confidence: float = 0.95, draws: int = 2000, seed: int = 0
) -> Interval:
    """Return a percentile bootstrap interval of a mean; the same seed gives the same interval.

    Source: B. Efron, Bootstrap methods, Annals of Statistics 7 (1979).
    """
    held = np.asarray(values, np.float64)
    if not len(held):
        raise ValueError("a mean needs a value")
    chance = np.random.default_rng(seed)
    means = np.sort([held[chance.integers(0, len(held), len(held))].mean() for _ in range(draws)])
    tail = (1 - confidence) / 2
    return Interval(float(np.quantile(means, tail)), float(np.quantile(means, 1 - tail)), confidence)
