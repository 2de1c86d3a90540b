"""One clean matching problem: bidders who want places, objects that have them; and how prices clear it.

Prices rise in a few passes, from a coarse step to a fine one; each pass starts a little under the prices
of the last. What that leaves free and dear is repaired at the end. Stepping down keeps ties from bidding
each other up a hair at a time.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np

from matchmaker.solving.auction import bid_up
from matchmaker.solving.book import Book, Singles, cleared, opened
from matchmaker.solving.compiled import compiled, hurried
from matchmaker.solving.edges import Edges, Floats, Ints, Longs
from matchmaker.solving.repair import offer_free

FINE = 2.4e-4
COARSEST = 60.0
RATIO = 128.0
BACK = 4.0
SPARED = 0.1


class Rows(NamedTuple):
    """Compressed sparse rows: start int64[rows + 1], other int32[e], fit float32[e]."""

    start: Longs
    other: Ints
    fit: Singles


@dataclass(frozen=True, eq=False)
class Market:
    """need int32[bidders] ≥ 0, places int32[objects] ≥ 0; a bidder holds an object at most once.

    outside: places may stay empty by choice. Otherwise every bidder must get all it needs.
    """

    rows: Rows
    need: Ints
    places: Ints
    outside: bool

    @classmethod
    def of_mentees(cls, edges: Edges, capacity: Ints, *, outside: bool) -> Market:
        """Mentees bid for mentors' places."""
        rows = Rows(edges.start, edges.mentor, edges.fit.astype(np.float32))
        wanting = (np.diff(edges.start) > 0).astype(np.int32)
        return cls(rows, wanting, capacity.astype(np.int32), outside)

    @cached_property
    def columns(self) -> Rows:
        """The same edges by object."""
        return Rows(*turned(self.rows.start, self.rows.other, self.rows.fit, len(self.places)))

    def flipped(self) -> Market:
        """The objects bid instead, for as many as they have places."""
        wanting = np.minimum(self.places, np.diff(self.columns.start)).astype(np.int32)
        other = Market(self.columns, wanting, self.need, self.outside)
        other.__dict__["columns"] = self.rows
        return other

    @cached_property
    def fine(self) -> float:
        """The last step: about FINE of a usual fit, so that the proven gap is near FINE."""
        return FINE * self._extent[2] + 1e-12 if len(self.rows.fit) else 1.0

    @cached_property
    def spread(self) -> float:
        return self._extent[1] - self._extent[0]

    @cached_property
    def _extent(self) -> tuple[float, float, float]:
        return _extent(self.rows.fit) if len(self.rows.fit) else (0.0, 0.0, 0.0)

    def clear(
        self, order: Ints, *, prices: Floats | None = None, patience: int = 60, trusting: bool = False
    ) -> Book | None:
        """Bid in this order until all are content; None when that takes more than `patience` bids each.

        Unless trusting that everybody can be placed, give up as soon as a price passes any that a usual
        round knows.
        """
        book = opened(*self.rows, self.need, self.places, spread=self.spread)
        most = patience * int(self.need.sum()) + 10_000
        limit = np.inf if trusting else 4.0 * self.spread + 64 * self.fine
        begun = np.zeros(len(self.places), np.float32) if prices is None else _singles(prices)
        steps = self.steps() if prices is None else [self.fine]
        for step in steps:
            cleared(book, begun)
            if not bid_up(book, order, step, limit + float(begun.max(initial=0.0)), self.outside, most)[0]:
                return None
            begun = _singles(book.price - BACK * step)
        return book if self._mended(book) else None

    def steps(self) -> list[float]:
        """From about a sixtieth of the spread of fits down to the fine step."""
        steps = [max(self.spread / COARSEST, self.fine)]
        while steps[-1] > RATIO * self.fine:
            steps.append(steps[-1] / RATIO)
        return [*steps, self.fine] if steps[-1] > 8 * self.fine else [self.fine]

    def _mended(self, book: Book) -> bool:
        if float(book.paid[book.holder < 0].sum()) <= SPARED * self.fine * int(self.need.sum()):
            return True
        return bool(offer_free(book, *self.columns, self.fine, 200 * len(self.places) + 10_000)[0])


def _singles(prices: Floats | Singles) -> Singles:
    return np.maximum(prices, 0.0).astype(np.float32)


@hurried
def _extent(fit: Singles) -> tuple[float, float, float]:
    """The least, the largest, and the mean size."""
    least, largest, size = fit[0], fit[0], 0.0
    for edge in range(len(fit)):
        least, largest = min(least, fit[edge]), max(largest, fit[edge])
        size += abs(fit[edge])
    return float(least), float(largest), size / len(fit)


@compiled
def turned(start: Longs, other: Ints, fit: Singles, columns: int) -> tuple[Longs, Ints, Singles]:
    """Rows become columns; within a column the rows ascend."""
    begin = np.zeros(columns + 1, np.int64)
    for edge in range(len(other)):
        begin[other[edge] + 1] += 1
    for column in range(columns):
        begin[column + 1] += begin[column]
    put = begin[:-1].copy()
    row_of = np.empty(len(other), np.int32)
    worth = np.empty(len(other), np.float32)
    for row in range(len(start) - 1):
        for edge in range(start[row], start[row + 1]):
            place = put[other[edge]]
            put[other[edge]] += 1
            row_of[place] = row
            worth[place] = fit[edge]
    return begin, row_of, worth
