"""Gates and criteria over blocks of pairs: a small cohort keeps its parts, so that new weights cost
milliseconds; a big one computes them anew block by block, and nothing dense is ever kept.
"""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from matchmaker.asked import Criterion
from matchmaker.crew import share_out
from matchmaker.criteria import KINDS
from matchmaker.criteria.criterion import Part
from matchmaker.fit import Block, combine, side_views
from matchmaker.gate import Gate, mark
from matchmaker.gates import open_gates
from matchmaker.lending import alike, borrowed
from matchmaker.sheet import Setting

Bits = NDArray[np.uint32]
KEEP_AT_MOST = 20_000_000
GROUP, TILE = 1_500_000, 50_000
TOGETHER = 64


class Scoring:
    """All parts and gates of one cohort. Gate g owns bit g of a pair's bits; a pair is allowed when no bit
    is set.
    """

    def __init__(self, setting: Setting, *, like: "Scoring | None" = None) -> None:
        self.setting = setting
        self.n, self.m = len(setting.mentees), len(setting.mentors)
        lent = like if like is not None and alike(like.setting, setting) else None
        self.lent = lent is not None
        self.parts: list[Part] = borrowed(lent.parts, setting) if lent else _encoded(setting)
        self.own = _places([part.symmetric for part in self.parts])
        self.gates: list[Gate] = [
            *open_gates(setting),
            *(self._must(place) for place, _ in enumerate(self.parts)),
        ]
        self.on = [gate for gate in self.gates if gate.on]
        self.small = (len(self.parts) + 2) * self.n * self.m <= KEEP_AT_MOST
        self._kept: tuple[Block, Block, Bits] | None = None
        if lent is not None and lent._kept is not None:  # noqa: SLF001  the same kind of thing, lending to itself
            self._kept = (*lent._kept[:2], self.bits(0, self.n))  # noqa: SLF001
        self._told: tuple[list[tuple[int, int]], Block] | None = None
        self.survey: Any = None

    def _must(self, place: int) -> Gate:
        """Return the gate of a criterion: its `must`, the demands inside its cells, or neither."""
        part, rule = self.parts[place], self.parts[place].rule
        if not rule.must and part.demand is None:
            return Gate(f"must:{rule.id}", on=False, why="set_off")

        def forbid(low: int, high: int, out: NDArray[np.bool_]) -> None:
            out[:] = False
            if part.demand is not None:
                part.demand(low, high, out)
            if rule.must:
                out |= ~self._reaches(place, low, high)

        return Gate(f"must:{rule.id}", on=True, why="must", forbid=forbid, column=rule.mentee)

    def _reaches(self, place: int, low: int, high: int) -> NDArray[np.bool_]:
        """Return where a must holds: every view that counts and is known reaches the least part; unknown
        does not hold.
        """
        rule = self.parts[place].rule
        views = self.views(place, low, high)
        known = [_enough(view, rule) for view in views]
        silent = np.isnan(views[0]) & np.isnan(views[1])
        holds: NDArray[np.bool_] = (known[0] | np.isnan(views[0])) & (known[1] | np.isnan(views[1]))
        return holds & ~silent if self.setting.rules.gates.empty == "shut" else holds

    def views(self, place: int, low: int, high: int) -> tuple[Block, Block]:
        """Return one criterion's parts as the mentee and as the mentor sees them, float32[high-low,
        mentors] each.
        """
        mine = np.empty((high - low, self.m), np.float32)
        theirs = mine if self.own[place] < 0 else np.empty_like(mine)
        self.parts[place].fill(low, high, mine, theirs)
        return mine, theirs

    def encoded(self, low: int, high: int, *, gated: bool = True) -> tuple[Block, Block, Bits]:
        """Return parts of mentees, own parts of mentors and gate bits of rows low…high-1."""
        if self.small:
            if self._kept is None:
                self._kept = self._computed(0, self.n)
            mine, theirs, bits = self._kept
            return mine[:, low:high], theirs[:, low:high], bits[low:high]
        return self._computed(low, high, gated=gated)

    def _computed(
        self,
        low: int,
        high: int,
        *,
        gated: bool = True,
        desk: tuple[Block, Block, Bits] | None = None,
        raw: Mapping[int, Block] = MappingProxyType({}),
    ) -> tuple[Block, Block, Bits]:
        """Return parts and gate bits of rows low…high-1, written on the desk; `raw` are products made
        before.
        """
        mine, theirs, bits = desk if desk and len(desk[2]) == high - low else self._desk(high - low)
        for place, part in enumerate(self.parts):
            other = mine[place] if self.own[place] < 0 else theirs[self.own[place]]
            if place in raw:
                mine[place] = raw[place]
                part.finish(low, high, mine[place])
            else:
                part.fill(low, high, mine[place], other)
        return mine, theirs, self.bits(low, high, bits) if gated else bits[:0]

    def bits(self, low: int, high: int, room: Bits | None = None) -> Bits:
        """Return uint32[high-low, mentors]: the gates that forbid each pair, in `room` if there is some."""
        if self._kept is not None:
            return self._kept[2][low:high]
        bits = np.empty((high - low, self.m), np.uint32) if room is None else room
        bits[:] = 0
        out = np.empty(bits.shape, np.bool_)
        for place, gate in enumerate(self.on):
            if gate.forbid is not None:
                gate.forbid(low, high, out)
                mark(bits, out, np.uint32(1 << place))
        return bits

    def fits(self, low: int, high: int, weights: NDArray[np.float32]) -> Block:
        """Return fits float32[high-low, mentors] under weights float32[criteria]; -inf where a gate
        forbids.
        """
        out = np.empty((high - low, self.m), np.float32)
        if self.small:
            self._combine(*self.encoded(low, high), weights, out)
            return out
        rows = max(1, GROUP // max(1, self.m))
        for first in range(low, high, rows):
            last = min(first + rows, high)
            self._fit_group(first, last, weights, out[first - low : last - low])
        return out

    def _fit_group(self, low: int, high: int, weights: NDArray[np.float32], out: Block) -> None:
        """Write fits of some rows: matrix products at once, all else tile by tile, shared out to threads."""
        raw = {place: part.product(low, high) for place, part in enumerate(self.parts) if part.product}
        rows = max(1, TILE // max(1, self.m))

        def work(tiles: Iterable[int]) -> None:
            desk = self._desk(min(rows, high - low))
            for first in tiles:
                last = min(first + rows, high)
                here = {place: block[first - low : last - low] for place, block in raw.items()}
                mine, theirs, bits = self._computed(first, last, desk=desk, raw=here)
                self._combine(mine, theirs, bits, weights, out[first - low : last - low])

        share_out(work, range(low, high, rows))

    def _desk(self, rows: int) -> tuple[Block, Block, Bits]:
        """Return room for the parts and gate bits of some rows."""
        theirs = np.empty((int((self.own >= 0).sum()), rows, self.m), np.float32)
        mine = np.empty((len(self.parts), rows, self.m), np.float32)
        return mine, theirs, np.empty((rows, self.m), np.uint32)

    def _combine(
        self, mine: Block, theirs: Block, bits: Bits, weights: NDArray[np.float32], out: Block
    ) -> None:
        # A slice of a kept block would have every kernel compiled once more for its layout.
        whole = np.ascontiguousarray(mine), np.ascontiguousarray(theirs)
        combine(*whole, self.own, *self._by_side(weights), bits, out)

    def _by_side(self, weights: NDArray[np.float32]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Return the weights as they count in the mentee's and in the mentor's view."""
        sides = [part.rule.side for part in self.parts]
        as_mentee = weights * np.array([side != "mentor" for side in sides], np.float32)
        return as_mentee, weights * np.array([side != "mentee" for side in sides], np.float32)

    def sides(self, low: int, high: int, weights: NDArray[np.float32]) -> tuple[Block, Block]:
        """Return both views of a block before they are joined, float32[high-low, mentors] each."""
        mine, theirs, _ = self.encoded(low, high)
        views = np.empty((2, high - low, self.m), np.float32)
        mine, theirs = np.ascontiguousarray(mine), np.ascontiguousarray(theirs)
        side_views(mine, theirs, self.own, *self._by_side(weights), views[0], views[1])
        return views[0], views[1]

    def ungated(self, mentee: int, weights: NDArray[np.float32]) -> Block:
        """Return one mentee's fits with all mentors as if no gate stood."""
        mine, theirs, bits = self.encoded(mentee, mentee + 1)
        out = np.empty((1, self.m), np.float32)
        self._combine(mine, theirs, np.zeros_like(bits), weights, out)
        return out.reshape(-1)

    def pair_views(self, rows: Sequence[tuple[int, int]]) -> Block:
        """Return the parts of single pairs, float32[2, pairs, criteria]: as the mentee and as the mentor
        sees them.

        The last answer is kept, since a round is written up and then told in cards.
        """
        if self._told is None or self._told[0] != list(rows):
            views = np.empty((2, len(rows), len(self.parts)), np.float32)
            order = np.argsort([i for i, _ in rows], kind="stable") if rows else np.zeros(0, np.int64)
            for first in range(0, len(rows), TOGETHER):
                here = order[first : first + TOGETHER]
                self._see([rows[place] for place in here], here, views)
            self._told = (list(rows), views)
        return self._told[1]

    def _see(self, rows: list[tuple[int, int]], places: NDArray[np.int64], views: Block) -> None:
        low, high = rows[0][0], rows[-1][0] + 1
        mine, theirs, _ = self.encoded(low, high, gated=False)
        i, j = (np.array(side) for side in zip(*rows, strict=True))
        views[0, places] = mine[:, i - low, j].T
        own = np.flatnonzero(self.own >= 0)
        views[1, places] = views[0, places]
        views[1, places[:, None], own] = theirs[self.own[own]][:, i - low, j].T

    def fit_of(self, views: Block, weights: NDArray[np.float32]) -> float:
        """Return the fit of one pair from its parts, float32[2, criteria]: as the mentee and as the mentor
        sees them.
        """
        mine = np.ascontiguousarray(views[0]).reshape(-1, 1, 1)
        theirs = np.ascontiguousarray(views[1][self.own >= 0]).reshape(-1, 1, 1)
        out = np.empty((1, 1), np.float32)
        self._combine(mine, theirs, np.zeros((1, 1), np.uint32), weights, out)
        return float(out[0, 0])


def _encoded(setting: Setting) -> list[Part]:
    return [KINDS[rule.kind](rule, setting) for rule in setting.rules.criteria]


def _places(symmetric: list[bool]) -> NDArray[np.int64]:
    """Return for each criterion its place among those with a mentor's view of their own, -1 for symmetric
    ones.
    """
    lopsided = np.array([not one for one in symmetric], np.bool_)
    return np.where(lopsided, np.cumsum(lopsided) - 1, -1).astype(np.int64)


def _enough(view: Block, rule: Criterion) -> NDArray[np.bool_]:
    return view > 0 if rule.at_least is None else view >= np.float32(rule.at_least)
