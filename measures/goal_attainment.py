"""Goal attainment scaling: one figure over goals that people set for themselves."""

import math
from collections.abc import Sequence

#: How much goals of one person go together; the usual assumption.
CORRELATION = 0.3
LOWEST, HIGHEST = -2, 2


def t_score(
    weights: Sequence[float], levels: Sequence[float], *, correlation: float = CORRELATION
) -> float | None:
    """50 where everything came as hoped, some 10 for each level above it; None without a goal.

    T = 50 + 10 Σwx / √((1−ρ)Σw² + ρ(Σw)²). Source: T. J. Kiresuk and R. E. Sherman, Goal attainment scaling,
    Community Mental Health Journal 4 (1968).
    """
    if len(weights) != len(levels):
        raise ValueError("every goal has a weight and a level")
    if any(weight <= 0 for weight in weights) or not all(LOWEST <= level <= HIGHEST for level in levels):
        raise ValueError("weights are above 0 and levels between -2 and 2")
    if not weights:
        return None
    reached = math.fsum(weight * level for weight, level in zip(weights, levels, strict=True))
    squares, total = math.fsum(weight * weight for weight in weights), math.fsum(weights)
    return 50 + 10 * reached / math.sqrt((1 - correlation) * squares + correlation * total * total)
