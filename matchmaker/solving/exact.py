"""The exact optimum by shortest paths (Hungarian method on places; Dijkstra with prices as potentials).

Bidders are seated one place at a time along the cheapest chain of changes. Prices stay such that no pair
is worth more than its two prices, so they prove the total: there is no rounding but that of floating
point. Time grows with places × edges in the worst case; a few thousand people take a fraction of a second.
"""

# ruff: noqa: FBT001  numba takes plain values by place
from __future__ import annotations

import heapq
from typing import NamedTuple

import numpy as np

from matchmaker.solving.compiled import compiled
from matchmaker.solving.edges import Floats, Ints, Longs

FAR = 1e300


class Seats(NamedTuple):
    """Who holds what: holder and edge by place (-1 free), and the prices of bidders and objects."""

    first: Longs
    used: Ints
    holder: Ints
    edge: Longs
    gain: Floats
    price: Floats


def seated(
    start: Longs, other: Ints, fit: Floats, need: Ints, places: Ints, *, outside: bool
) -> Seats | None:
    """The best seating; None when somebody cannot get what they need (and outside is false).

    One side must have single places (need or places at most 1), so that nobody holds an object twice.
    """
    first = np.zeros(len(places) + 1, np.int64)
    np.cumsum(places, out=first[1:])
    gain = np.zeros(len(need))
    for_rows = np.flatnonzero(np.diff(start))
    if len(fit):
        gain[for_rows] = np.maximum.reduceat(fit, start[for_rows])
    seats = Seats(
        first,
        np.zeros(len(places), np.int32),
        np.full(first[-1], -1, np.int32),
        np.full(first[-1], -1, np.int64),
        np.maximum(gain, 0.0) if outside else gain,
        np.zeros(len(places)),
    )
    return seats if _seat_all(start, other, fit, need, seats, outside) else None


@compiled
def _seat_all(start: Longs, other: Ints, fit: Floats, need: Ints, seats: Seats, outside: bool) -> bool:
    bidders, objects = len(need), len(seats.price)
    near, far = np.full(objects, FAR), np.full(bidders, FAR)
    via, gave = np.full(objects, -1, np.int64), np.full(bidders, -1, np.int64)
    row_of = np.empty(len(other), np.int32)
    for bidder in range(bidders):
        row_of[start[bidder] : start[bidder + 1]] = bidder
    for bidder in range(bidders):
        for _ in range(need[bidder]):
            found, last, length = _reach(
                start, other, fit, need, seats, outside, bidder, near, far, via, gave
            )
            if length >= FAR:
                return False
            _reprice(seats, length, near, far)
            _reseat(seats, found, last, bidder, via, gave, row_of)
            near[:], far[:] = FAR, FAR
            if found < 0 and last == bidder:
                break
    return True


@compiled
def _reach(
    start: Longs,
    other: Ints,
    fit: Floats,
    need: Ints,
    seats: Seats,
    outside: bool,
    source: int,
    near: Floats,
    far: Floats,
    via: Longs,
    gave: Longs,
) -> tuple[int, int, float]:
    """The nearest free object (or -1 and the bidder who goes without), and how far that is."""
    queue = [(0.0, -1)]
    queue.pop()
    far[source], gave[source] = 0.0, -1
    length, last = FAR, -1
    if outside:
        length, last = seats.gain[source], source
    _relax(start, other, fit, need, seats, source, near, far, via, queue)
    while len(queue) > 0:
        distance, thing = heapq.heappop(queue)
        if distance >= length:
            break
        if distance > near[thing]:
            continue
        if seats.used[thing] < seats.first[thing + 1] - seats.first[thing]:
            return thing, -1, distance
        for place in range(seats.first[thing], seats.first[thing + 1]):
            bidder, edge = seats.holder[place], seats.edge[place]
            reached = distance + max(0.0, fit[edge] - seats.price[thing] - seats.gain[bidder])
            if reached < far[bidder]:
                far[bidder], gave[bidder] = reached, place
                if outside and reached + seats.gain[bidder] < length:
                    length, last = reached + seats.gain[bidder], bidder
                _relax(start, other, fit, need, seats, bidder, near, far, via, queue)
    return -1, last, length


@compiled
def _relax(
    start: Longs,
    other: Ints,
    fit: Floats,
    need: Ints,
    seats: Seats,
    bidder: int,
    near: Floats,
    far: Floats,
    via: Longs,
    queue: list[tuple[float, int]],
) -> None:
    base = far[bidder] + seats.gain[bidder]
    for edge in range(start[bidder], start[bidder + 1]):
        thing = other[edge]
        distance = max(far[bidder], base + seats.price[thing] - fit[edge])
        if distance < near[thing] and not (need[bidder] > 1 and _mine(seats, thing, bidder)):
            near[thing], via[thing] = distance, edge
            heapq.heappush(queue, (distance, np.int64(thing)))  # type: ignore[misc]  # numba wants one kind of int


@compiled
def _mine(seats: Seats, thing: int, bidder: int) -> bool:
    return bool(seats.used[thing] > 0 and seats.holder[seats.first[thing]] == bidder)


@compiled
def _reprice(seats: Seats, length: float, near: Floats, far: Floats) -> None:
    """Raise the prices of what was nearer than the end, and lower the gains of who was."""
    for thing in range(len(near)):
        if near[thing] < length:
            seats.price[thing] += length - near[thing]
    for bidder in range(len(far)):
        if far[bidder] < length:
            seats.gain[bidder] -= length - far[bidder]


@compiled
def _reseat(seats: Seats, found: int, last: int, source: int, via: Longs, gave: Longs, row_of: Ints) -> None:
    """Walk back from the end: each bidder on the way takes the next object and gives up the one before."""
    if found >= 0:
        place = seats.first[found] + seats.used[found]
        seats.used[found] += 1
        edge = via[found]
    else:
        if last == source:
            return
        place = gave[last]
        edge = via[_thing(seats, place)]
    while True:
        bidder = row_of[edge]
        seats.holder[place], seats.edge[place], given = bidder, edge, gave[bidder]
        if bidder == source:
            return
        place = given
        edge = via[_thing(seats, place)]


@compiled
def _thing(seats: Seats, place: int) -> int:
    """The object a place belongs to."""
    return int(np.searchsorted(seats.first, place, side="right") - 1)
