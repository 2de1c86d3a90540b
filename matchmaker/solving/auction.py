"""Bidders raise prices until each has what it needs (Bertsekas' auction, similar objects as places of one
object).

A bid lifts the cheapest place of the bidder's best object to where it is worth `step` less than the second
best; so, at the end, nobody could gain more than `step` by changing, and the total is within step × places
of the best there is. Most bids look only at the few `near` objects; the whole row is read again when those
no longer prove the second best.
"""

# ruff: noqa: FBT001  numba takes plain values by place
from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from matchmaker.solving.book import NEAR, Book, Singles, sink
from matchmaker.solving.compiled import hurried, woven
from matchmaker.solving.edges import Ints, Longs

LOW = np.float32(-1e30)
FEWEST = 6


@hurried
def bid_up(  # noqa: PLR0915  split, each bid would pay for handing the arrays over
    book: Book, order: Ints, step: float, limit: float, outside: bool, most_bids: int
) -> tuple[bool, int]:
    """Let the bidders of `order` (int32, each once) bid until all are content; (True, bids) when they are.

    outside: a bidder whose best object is worth less than nothing goes home empty. Otherwise everybody
    must get what
    they need, and (False, bids) comes back once a price passes `limit` or bids pass `most_bids`: perhaps
    it cannot be.
    """
    start, other_of, fit, need, held, home, first, paid, holder, worth, price, near, near_fit, rest, width = (
        book
    )
    ring = np.empty(len(order) + 1, np.int32)
    ring[: len(order)] = order
    head, tail, bids, rise = 0, len(order), 0, np.float32(step)
    scratch, good = np.empty(_longest(start), np.float32), np.empty(_longest(start) + 1, np.uint32)
    while head != tail:
        bidder = np.uint32(ring[head])
        head = head + 1 if head < len(order) else 0
        several = need[bidder] > 1
        while held[bidder] < need[bidder]:
            looked = False
            while True:
                found, best, second = _compare(bidder, several, near, near_fit, first, holder, price)
                if looked or second >= rest[bidder]:
                    break
                rest[bidder] = _read_row(
                    bidder, several, start, other_of, fit, first, holder, price, near, near_fit, width,
                    scratch, good,
                )  # fmt: skip
                looked = True
            second = max(second, rest[bidder]) if looked else second
            if outside:
                second = max(second, np.float32(0.0))
            if found < 0 or (outside and best < 0.0):
                break
            other = np.uint32(near[bidder, found])
            lead = best - second if second > LOW / 2 else np.float32(1.0) + np.float32(64.0) * rise
            offer = price[other] + lead + rise
            low = first[other]
            loser, lost = holder[low], worth[low]
            sink(
                paid, holder, worth, low, first[other + np.uint32(1)], offer, bidder, near_fit[bidder, found]
            )
            price[other] = paid[low]
            held[bidder] += 1
            home[bidder] = other
            bids += 1
            if loser >= 0:
                held[loser] -= 1
                home[loser] = -1
                if need[loser] > 1:
                    rest[loser] = max(rest[loser], lost - offer)
                ring[tail] = loser
                tail = tail + 1 if tail < len(order) else 0
            if (offer > limit and not outside) or bids > most_bids:
                return False, bids
    return True, bids


@hurried
def _longest(start: Longs) -> int:
    longest = 1
    for row in range(len(start) - 1):
        longest = max(longest, start[row + 1] - start[row])
    return longest


@woven
def _compare(
    bidder: np.uint32,
    several: bool,
    near: Ints,
    near_fit: Singles,
    first: Longs,
    holder: Ints,
    price: Singles,
) -> tuple[int, np.float32, np.float32]:
    """The best of the near objects (its position, -1 for none), its worth, and the worth of the second."""
    found, best, second = -1, LOW, LOW
    for place in range(NEAR):
        other = np.uint32(near[bidder, place])
        value = near_fit[bidder, place] - price[other]
        if several and holder[first[other]] == bidder:
            value = LOW
        found = place if value > best else found
        second = max(second, min(best, value))
        best = max(best, value)
    return found, best, second


@woven
def _read_row(
    bidder: np.uint32, several: bool, start: Longs, other_of: Ints, fit: Singles, first: Longs, holder: Ints,
    price: Singles, near: Ints, near_fit: Singles, width: Singles, scratch: Singles, good: NDArray[np.uint32],
) -> np.float32:  # fmt: skip
    """Refresh `near` from the whole row; what is left out is worth no more than the number returned."""
    low, length = np.uint64(start[bidder]), np.uint64(start[bidder + np.uint32(1)] - start[bidder])
    for k in range(length):
        scratch[k] = fit[low + k] - price[np.uint32(other_of[low + k])]
    if several:
        for k in range(length):
            if holder[first[other_of[low + k]]] == bidder:
                scratch[k] = LOW
    top = _top(scratch, length)
    bar = LOW if length <= NEAR else _bar(bidder, scratch, length, top, width)
    hits = np.uint32(0)
    for k in range(length):
        good[hits] = k  # written whether it counts or not: a branch here would be guessed wrong half the time
        hits += np.uint32(scratch[k] >= bar)
    count, left_out = min(hits, np.uint32(NEAR)), bar
    for k in range(count, hits):
        left_out = max(left_out, scratch[good[k]])
    for k in range(count):
        edge = low + np.uint64(good[k])
        near[bidder, k], near_fit[bidder, k] = other_of[edge], fit[edge]
    for k in range(count, NEAR):
        near[bidder, k], near_fit[bidder, k] = 0, LOW
    return left_out


@woven
def _top(scratch: Singles, length: np.uint64) -> np.float32:
    """The largest, by four chains of comparisons at once: a single one would wait for itself."""
    one, two, three, four, whole = LOW, LOW, LOW, LOW, length & ~np.uint64(3)
    for k in range(0, whole, 4):
        one, two = max(one, scratch[k]), max(two, scratch[k + 1])
        three, four = max(three, scratch[k + 2]), max(four, scratch[k + 3])
    for k in range(whole, length):
        one = max(one, scratch[k])
    return max(one, two, three, four)


@woven
def _bar(
    bidder: np.uint32, scratch: Singles, length: np.uint64, top: np.float32, width: Singles
) -> np.float32:
    """A worth that at least FEWEST and at most NEAR objects reach, near where it was the last time."""
    below = np.float32(width[bidder])
    bar = top - below
    for _ in range(40):
        count = np.int32(0)
        for k in range(length):
            count += np.int32(scratch[k] >= bar)
        if FEWEST <= count <= NEAR:
            break
        below *= np.float32(0.6) if count > NEAR else np.float32(1.5)
        bar = top - below
    width[bidder] = max(below, np.float32(1e-9))
    return bar
