"""One round: who meets whom, fast, with a proof of how far from the best it can be.

Whichever side has fewer places bids. That it can all be placed is first taken on trust; when prices run
away the round is split where mentors are too few (see `cardinality`) and each half, now surely possible,
is cleared on its own. Small rounds are solved exactly; a half whose prices will not settle goes to
OR-Tools' flow and is priced afterwards.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from matchmaker.solving.book import Book
from matchmaker.solving.cardinality import Most, most
from matchmaker.solving.edges import Edges, Flags, Floats, Ints
from matchmaker.solving.exact import seated
from matchmaker.solving.flow import by_flow
from matchmaker.solving.market import Market
from matchmaker.solving.pricing import prices_of, profits_at, total_of
from matchmaker.solving.solution import Aim, Solution

SMALL = 60_000
EXACT = 1e-9


def solve(
    edges: Edges,
    capacity: Ints,
    *,
    aim: Aim = "most_matched",
    seed: int = 0,
    prices: Floats | None = None,
    exact: bool | None = None,
) -> Solution:
    """The best round.

    capacity  int[m], places at each mentor, at least 0
    seed      the order in which equals bid; 0 is the order of the rows
    prices    float64[m] of an earlier, similar round, to start from
    exact     True: no gap at all. None: exact for up to SMALL edges, else within about 3e-4, proven
    """
    if len(capacity) != edges.mentors or (np.asarray(capacity) < 0).any():
        raise ValueError("capacity is a number of places, at least 0, for each mentor")
    if not np.all(capacity):
        edges = edges.kept_where(capacity[edges.mentor] > 0)
    places = np.minimum(capacity, np.bincount(edges.mentor, minlength=edges.mentors)).astype(np.int32)
    round_ = _Round(edges, places, aim == "total_fit", seed, prices)
    thorough = len(edges) <= SMALL if exact is None else exact
    answer = round_.exactly() if thorough else round_.quickly()
    return round_.proven(answer, aim)


@dataclass(frozen=True, eq=False)
class _Answer:
    """A choice, the mentors' prices behind it, and the crowd it was split by."""

    mentor_of: Ints
    prices: Floats
    crowd: Flags
    crowded: Flags


@dataclass(frozen=True, eq=False)
class _Round:
    edges: Edges
    places: Ints
    outside: bool
    seed: int
    begun: Floats | None

    def exactly(self) -> _Answer:
        if self.outside:
            return self._halves(self._nobody(), exact=True)
        return self._halves(most(self.edges, self.places), exact=True)

    def quickly(self) -> _Answer:
        market = Market.of_mentees(self.edges, self.places, outside=self.outside)
        scarce = int(market.need.sum()) > int(self.places.sum())
        side = market.flipped() if scarce else market
        book = side.clear(self._order(side), prices=None if scarce else self.begun)
        if book is not None:
            crowd = np.full(self.edges.mentees, scarce and not self.outside)
            return _Answer(
                *_read(book, flipped=scarce), crowd, np.full(self.edges.mentors, bool(crowd.any()))
            )
        if self.outside:
            return self._flowing(self._nobody())
        return self._halves(most(self.edges, self.places), exact=False)

    def _halves(self, split: Most, *, exact: bool) -> _Answer:
        """Clear the crowd from the mentors' side and the rest from the mentees'."""
        mentor_of, prices = np.full(self.edges.mentees, -1, np.int32), np.zeros(self.edges.mentors)
        crowding = split.crowd[self.edges.rows()]
        roomy = ~crowding & ~split.crowded[self.edges.mentor]
        for mask, flipped in ((crowding, True), (roomy, False)):
            if not mask.any():
                continue
            part = self.edges.kept_where(mask) if not mask.all() else self.edges
            found = self._part(part, flipped=flipped, exact=exact)
            if found is None:
                return self._flowing(split)
            mentor_of = np.maximum(mentor_of, found[0])
            touched = split.crowded if flipped else ~split.crowded
            prices[touched] = found[1][touched]
        return _Answer(mentor_of, prices, split.crowd, split.crowded)

    def _part(self, part: Edges, *, flipped: bool, exact: bool) -> tuple[Ints, Floats] | None:
        places = np.minimum(self.places, np.bincount(part.mentor, minlength=part.mentors)).astype(np.int32)
        market = Market.of_mentees(part, places, outside=self.outside)
        if exact:
            return _seat(part, market, flipped=flipped)
        side = market.flipped() if flipped else market
        book = side.clear(self._order(side), patience=400, trusting=True)
        return _read(book, flipped=flipped) if book is not None else None

    def _flowing(self, split: Most) -> _Answer:
        """Choose by flow, then find the prices behind that choice."""
        mentor_of = by_flow(self.edges, self.places, most_matched=not self.outside)
        rows = (self.edges.start, self.edges.mentor, self.edges.fit)
        prices = prices_of(*rows, mentor_of, split.crowd, split.crowded, self.outside)
        return _Answer(mentor_of, prices, split.crowd, split.crowded)

    def _nobody(self) -> Most:
        shy = np.full(self.edges.mentees, -1, np.int32)
        return Most(shy, np.zeros(self.edges.mentees, np.bool_), np.zeros(self.edges.mentors, np.bool_))

    def _order(self, side: Market) -> Ints:
        bidders = np.flatnonzero(side.need).astype(np.int32)
        return np.random.default_rng(self.seed).permutation(bidders) if self.seed else bidders

    def proven(self, answer: _Answer, aim: Aim) -> Solution:
        rows = (self.edges.start, self.edges.mentor, self.edges.fit)
        profits = profits_at(*rows, answer.prices, answer.crowd, answer.crowded, self.outside)
        total = float(total_of(*rows, answer.mentor_of))
        bound = max(total, float(profits.sum() + answer.prices @ self.places))
        exact = bound - total <= EXACT * max(1.0, bound)
        return Solution(answer.mentor_of, total, bound, answer.prices, profits, exact, aim)


def _seat(part: Edges, market: Market, *, flipped: bool) -> tuple[Ints, Floats] | None:
    """An exact half: the choice and the mentors' prices."""
    if not flipped:
        seats = seated(part.start, part.mentor, part.fit, market.need, market.places, outside=market.outside)
        if seats is None:
            return None
        held = np.flatnonzero(seats.holder >= 0)
        mentor_of = np.full(part.mentees, -1, np.int32)
        mentor_of[seats.holder[held]] = part.mentor[seats.edge[held]]
        return mentor_of, seats.price
    order = np.argsort(part.mentor, kind="stable")
    start = np.concatenate([[0], np.cumsum(np.bincount(part.mentor, minlength=part.mentors))])
    seats = seated(
        start, part.rows()[order], part.fit[order], market.places, market.need, outside=market.outside
    )
    if seats is None:
        return None
    mentor_of = np.full(part.mentees, -1, np.int32)
    mentees = np.repeat(np.arange(part.mentees), np.diff(seats.first))
    mentor_of[mentees] = seats.holder
    return mentor_of, seats.gain


def _read(book: Book, *, flipped: bool) -> tuple[Ints, Floats]:
    """Who holds whom, and the mentors' prices: what they ask, or, where they bid, what their poorest place
    gains them.
    """
    if not flipped:
        return book.home, book.price.astype(np.float64)
    mentor_of = np.full(len(book.price), -1, np.int32)
    objects = np.repeat(np.arange(len(book.price)), np.diff(book.first))
    mentor_of[objects] = book.holder
    gain = np.full(len(book.need), np.inf)
    held = book.holder >= 0
    worth = book.worth.astype(np.float64) - book.price[objects]
    np.minimum.at(gain, book.holder[held], worth[held])
    gain[(book.held < book.need) | (book.need == 0)] = 0.0
    return mentor_of, gain
