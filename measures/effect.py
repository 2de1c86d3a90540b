"""How far two groups lie apart."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist, fmean, variance

from measures.intervals import Interval

#: A group of fewer has no spread.
FEWEST = 2


@dataclass(frozen=True)
class Effect:
    """Hedges' g: the difference of two means in units of their common spread, with how sure it is."""

    g: float
    interval: Interval


def effect(group: Sequence[float], reference: Sequence[float], *, confidence: float = 0.95) -> Effect | None:
    """The group against the reference; None where a group is too small or nothing varies.

    Source: L. V. Hedges, Distribution theory for Glass's estimator, J Educ Stat 6 (1981); interval by the
    large-sample variance of L. V. Hedges and I. Olkin, Statistical Methods for Meta-Analysis (1985).
    """
    many, few = len(group), len(reference)
    if min(many, few) < FEWEST:
        return None
    free = many + few - 2
    spread = math.sqrt(((many - 1) * variance(group) + (few - 1) * variance(reference)) / free)
    if not spread:
        return None
    g = (1 - 3 / (4 * free - 1)) * (fmean(group) - fmean(reference)) / spread
    unsure = math.sqrt((many + few) / (many * few) + g * g / (2 * (many + few)))
    half = NormalDist().inv_cdf(0.5 + confidence / 2) * unsure
    return Effect(g, Interval(g - half, g + half, confidence))
