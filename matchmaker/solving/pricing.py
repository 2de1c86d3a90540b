"""What prices prove: profits, and the bound no choice can pass."""

# ruff: noqa: FBT001  numba takes plain values by place
from __future__ import annotations

import numpy as np

from matchmaker.solving.compiled import compiled
from matchmaker.solving.edges import Flags, Floats, Ints, Longs

TINY = 1e-6


@compiled
def profits_at(
    start: Longs, mentor: Ints, fit: Floats, prices: Floats, crowd: Flags, crowded: Flags, free: bool
) -> Floats:
    """What each mentee's best mentor is worth beyond the price, float64[n].

    Mentees of a crowd, or all if `free`, may go without, so theirs is never below 0. The others may not
    use the mentors of
    a crowd in any choice that matches most, so those are passed over.
    """
    profits = np.zeros(len(start) - 1)
    for i in range(len(profits)):
        best = -np.inf
        for edge in range(start[i], start[i + 1]):
            j = mentor[edge]
            if crowd[i] or not crowded[j]:
                best = max(best, fit[edge] - prices[j])
        if best < 0.0 and (free or crowd[i] or best == -np.inf):
            best = 0.0
        profits[i] = best
    return profits


@compiled
def prices_of(
    start: Longs,
    mentor: Ints,
    fit: Floats,
    mentor_of: Ints,
    crowd: Flags,
    crowded: Flags,
    free: bool,
) -> Floats:
    """Prices that prove a best choice, float64[m]: the least that leave nobody wishing for another mentor.

    They rise from nought (in a crowd, from what its unmatched would gain) until no wish is left; flows are
    rounded, so wishes below TINY are let be.
    """
    prices = np.where(crowded, -1e9, 0.0)
    for _ in range(len(prices) + 1):
        risen = False
        for i in range(len(mentor_of)):
            home, low, high = mentor_of[i], start[i], start[i + 1]
            if home < 0 and not (free or crowd[i]):
                continue
            gain = 0.0
            if home >= 0:
                gain = fit[low + np.searchsorted(mentor[low:high], home)] - prices[home]
            for edge in range(low, high):
                j = mentor[edge]
                if (crowd[i] or not crowded[j]) and fit[edge] - gain > prices[j] + TINY:
                    prices[j], risen = fit[edge] - gain, True
        if not risen:
            break
    return prices


@compiled
def total_of(start: Longs, mentor: Ints, fit: Floats, mentor_of: Ints) -> float:
    """The sum of the fits of a choice."""
    total = 0.0
    for i in range(len(mentor_of)):
        if mentor_of[i] >= 0:
            low, high = start[i], start[i + 1]
            place = low + np.searchsorted(mentor[low:high], mentor_of[i])
            total += fit[place]
    return total
