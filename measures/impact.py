"""Whether one group is chosen less often than another."""

import math
from dataclasses import dataclass

FOUR_FIFTHS = 0.8
BY_CHANCE = 0.05


@dataclass(frozen=True)
class Impact:
    """`ratio` of the group's rate to the reference's (0-1 and above, None when the reference has none); p
    by Fisher's exact test.

    `adverse` says that the ratio is below four fifths and that chance alone would do so in fewer than 5 %
    of cases.
    """

    ratio: float | None
    p: float
    adverse: bool


def impact(*, chosen: int, total: int, reference_chosen: int, reference_total: int) -> Impact:
    """Compare two groups' rates.

    Source: Uniform Guidelines on Employee Selection Procedures, 29 CFR 1607.4 D (1978), the four-fifths
    rule; R. A. Fisher, Statistical Methods for Research Workers (1934), two-sided by summing tables no
    likelier than the one seen.
    """
    if not (0 <= chosen <= total and 0 <= reference_chosen <= reference_total):
        raise ValueError("chosen has to lie between 0 and total")
    reference = reference_chosen / reference_total if reference_total else 0.0
    ratio = (chosen / total) / reference if total and reference else None
    p = fisher(chosen, total - chosen, reference_chosen, reference_total - reference_chosen)
    return Impact(ratio, p, ratio is not None and ratio < FOUR_FIFTHS and p < BY_CHANCE)


def fisher(a: int, b: int, c: int, d: int) -> float:
    """Return the two-sided p of the table [[a, b], [c, d]]."""
    first, second, column = a + b, c + d, a + c
    least, most = max(0, column - second), min(first, column)
    logs = [_log_choose(first, x) + _log_choose(second, column - x) for x in range(least, most + 1)]
    seen, all_ = logs[a - least], _log_sum(logs)
    # A hair of slack keeps tables of equal likelihood equal after rounding.
    return min(1.0, math.exp(_log_sum([one for one in logs if one <= seen + 1e-7]) - all_))


def _log_choose(n: int, k: int) -> float:
    return math.lgamma(n + 1) - math.lgamma(k + 1) - math.lgamma(n - k + 1)


def _log_sum(logs: list[float]) -> float:
    top = max(logs)
    return top + math.log(sum(math.exp(one - top) for one in logs))
