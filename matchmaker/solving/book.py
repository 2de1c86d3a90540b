"""The order book of one auction: who may bid for whom, and every place with its price and holder.

Bidders want `need` places each, objects have `first[o+1] - first[o]` places. Forward, mentees bid for
mentors' places (need 1); where mentors are scarce the sides change and mentors bid for mentees (one place
each). In both, one side has single places, so a bidder never holds an object twice.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from matchmaker.solving.compiled import compiled, woven
from matchmaker.solving.edges import Ints, Longs

NEAR = 16
Singles = NDArray[np.float32]


class Book(NamedTuple):
    """Arrays of an auction (a named tuple, so that kernels can take it whole).

    start, other, fit       edges by bidder, CSR                 need     int32 places each bidder wants
    held                    int32 places each bidder has         home     int32 object of a bidder that
                            needs one, or -1
    first                   int64 where an object's places begin; they form a min-heap by `paid`
    paid, holder, worth     price, bidder (-1 free) and fit of each place
    price                   float32, the least `paid` of an object
    near, near_fit          up to NEAR best objects of a bidder when last looked at; an empty place is worth
                            less than anything
    rest                    no object outside `near` was worth more than this then, nor is it now: prices
                            only rise
    width                   how far below the best the last look reached
    """

    start: Longs
    other: Ints
    fit: Singles
    need: Ints
    held: Ints
    home: Ints
    first: Longs
    paid: Singles
    holder: Ints
    worth: Singles
    price: Singles
    near: NDArray[np.int32]
    near_fit: NDArray[np.float32]
    rest: Singles
    width: Singles


def opened(start: Longs, other: Ints, fit: Singles, need: Ints, places: Ints, *, spread: float) -> Book:
    """A book in which nobody holds anything and every price is nought; `spread` is that of the fits."""
    bidders, objects = len(need), len(places)
    first = np.zeros(objects + 1, np.int64)
    np.cumsum(places, out=first[1:])
    return Book(
        start,
        other,
        fit,
        need,
        np.zeros(bidders, np.int32),
        np.full(bidders, -1, np.int32),
        first,
        np.zeros(first[-1], np.float32),
        np.full(first[-1], -1, np.int32),
        np.zeros(first[-1], np.float32),
        np.zeros(objects, np.float32),
        np.zeros((bidders, NEAR), np.int32),
        np.full((bidders, NEAR), -1e30, np.float32),
        np.full(bidders, np.inf, np.float32),
        np.full(bidders, spread / 5, np.float32),
    )


def cleared(book: Book, prices: Singles) -> None:
    """Take everything back and begin again from these prices (float32[objects], at least 0)."""
    book.held[:], book.home[:], book.holder[:], book.rest[:] = 0, -1, -1, np.inf
    book.price[:] = prices
    book.paid[:] = np.repeat(prices, np.diff(book.first))


@woven
def sink(
    paid: Singles,
    holder: Ints,
    worth: Singles,
    low: int,
    high: int,
    price: float,
    bidder: int | np.uint32,
    fit: float,
) -> None:
    """Put a new holder in the cheapest place of the heap low…high-1."""
    place = low
    while True:
        child = low + 2 * (place - low) + 1
        if child >= high:
            break
        if child + 1 < high and paid[child + 1] < paid[child]:
            child += 1
        if paid[child] >= price:
            break
        paid[place], holder[place], worth[place] = paid[child], holder[child], worth[child]
        place = child
    paid[place], holder[place], worth[place] = price, bidder, fit


@compiled
def arrange(paid: Singles, holder: Ints, worth: Singles, low: int, high: int) -> None:
    """Sort an object's places by price, free ones first among equals (and a sorted list is a heap)."""
    for last in range(low + 1, high):
        place, price, bidder, fit = last, paid[last], holder[last], worth[last]
        while place > low and (
            paid[place - 1] > price or (paid[place - 1] == price and bidder < 0 <= holder[place - 1])
        ):
            paid[place], holder[place], worth[place] = paid[place - 1], holder[place - 1], worth[place - 1]
            place -= 1
        paid[place], holder[place], worth[place] = price, bidder, fit
