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

from matchmaker.solving.book import NEAR, Book, Singles, sink
from matchmaker.solving.compiled import compiled, woven
from matchmaker.solving.edges import Floats, Ints, Longs

LOW = -1e30
FEWEST = 3


@compiled
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
    head, tail, bids = 0, len(order), 0
    scratch, good = np.empty(_longest(start), np.float32), np.empty(_longest(start) + 1, np.int32)
    while head != tail:
        bidder = ring[head]
        head = head + 1 if head < len(order) else 0
        while held[bidder] < need[bidder]:
            several = need[bidder] > 1
            found, best, second = _compare(bidder, several, near, near_fit, first, holder, price)
            if second < rest[bidder]:
                rest[bidder] = _read_row(
                    bidder,
                    several,
                    start,
                    other_of,
                    fit,
                    first,
                    holder,
                    price,
                    near,
                    near_fit,
                    width,
                    scratch,
                    good,
                )
                found, best, second = _compare(bidder, several, near, near_fit, first, holder, price)
                second = max(second, rest[bidder])
            if outside:
                second = max(second, 0.0)
            if found < 0 or (outside and best < 0.0):
                break
            other = near[bidder, found]
            lead = best - second if second > LOW / 2 else 1.0 + 64.0 * step
            offer = price[other] + lead + step
            low = first[other]
            loser, lost = holder[low], worth[low]
            sink(paid, holder, worth, low, first[other + 1], offer, bidder, near_fit[bidder, found])
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


@compiled
def _longest(start: Longs) -> int:
    longest = 1
    for row in range(len(start) - 1):
        longest = max(longest, start[row + 1] - start[row])
    return longest


@woven
def _compare(
    bidder: int, several: bool, near: Ints, near_fit: Singles, first: Longs, holder: Ints, price: Floats
) -> tuple[int, float, float]:
    """The best of the near objects (its position, -1 for none), its worth, and the worth of the second."""
    found, best, second = -1, LOW, LOW
    for place in range(NEAR):
        other = near[bidder, place]
        if other < 0:
            break
        value = near_fit[bidder, place] - price[other]
        if several and holder[first[other]] == bidder:
            value = LOW
        found = place if value > best else found
        second = max(second, min(best, value))
        best = max(best, value)
    return found, best, second


@compiled
def _read_row(
    bidder: int, several: bool, start: Longs, other_of: Ints, fit: Singles, first: Longs, holder: Ints,
    price: Floats, near: Ints, near_fit: Singles, width: Floats, scratch: Singles, good: Ints,
) -> float:  # fmt: skip
    """Refresh `near` from the whole row; what is left out is worth no more than the number returned."""
    low, length = start[bidder], start[bidder + 1] - start[bidder]
    top = np.float32(LOW)
    for k in range(length):
        scratch[k] = fit[low + k] - price[other_of[low + k]]
    if several:
        for k in range(length):
            if holder[first[other_of[low + k]]] == bidder:
                scratch[k] = LOW
    for k in range(length):
        top = max(top, scratch[k])
    bar = np.float32(LOW) if length <= NEAR else _bar(bidder, scratch, length, float(top), width)
    hits = np.int32(0)
    for k in range(length):
        good[hits] = k  # written whether it counts or not: a branch here would be guessed wrong half the time
        hits += np.int32(scratch[k] >= bar)
    count, left_out = min(hits, np.int32(NEAR)), bar
    for k in range(count, hits):
        left_out = max(left_out, scratch[good[k]])
    for k in range(count):
        near[bidder, k], near_fit[bidder, k] = other_of[low + good[k]], fit[low + good[k]]
    if count < NEAR:
        near[bidder, count] = -1
    return float(left_out)


@compiled
def _bar(bidder: int, scratch: Singles, length: int, top: float, width: Floats) -> float:
    """A worth that at least three and at most NEAR objects reach, near where it was the last time."""
    below = width[bidder]
    bar = np.float32(top - below)
    for _ in range(40):
        count = np.int32(0)
        for k in range(length):
            count += np.int32(scratch[k] >= bar)
        if FEWEST <= count <= NEAR:
            break
        below *= 0.6 if count > NEAR else 1.5
        bar = np.float32(top - below)
    width[bidder] = max(below, 1e-9)
    return float(bar)
