"""Circles: small groups around a facilitator, of a bearable size and nobody's only one.

Hard rules, never broken: every circle has smallest…largest members; two people kept `apart` (a manager and
their report) never share one; of an opted-in group a circle has none, or at least two. Within them total
fit is raised by seating, then by moves and swaps; who fits nowhere is left out and named. The rules make
this a hard problem, so there is no bound.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matchmaker.solving.edges import Edges, Flags, Ints
from matchmaker.solving.solve import solve


@dataclass(frozen=True, eq=False)
class Circles:
    """circle_of int32[n], -1 left out; led_by int32[circles], the facilitator; members by circle; total of
    the fits.
    """

    circle_of: Ints
    led_by: Ints
    members: list[Ints]
    total: float
    left_out: Ints


def circles(
    edges: Edges,
    led: Ints,
    *,
    smallest: int = 4,
    largest: int = 8,
    apart: NDArray[np.int64] | None = None,
    groups: Flags | None = None,
) -> Circles:
    """Form circles. led int[m]: how many each mentor would lead; apart int[k, 2] pairs of mentees; groups
    bool[n, g].
    """
    if not 1 <= smallest <= largest:
        raise ValueError("the smallest circle has at least one member and no more than the largest")
    table = _Table.laid(edges, led, smallest, largest, apart, groups)
    for circle in table.by_size():
        table.close_if_short(circle)
    for _ in range(3):
        if not table.improve():
            break
    return table.told()


class _Table:
    """Circles in the making; every verb leaves the rules kept for circles that stay open."""

    def __init__(self, edges: Edges, led_by: Ints, smallest: int, largest: int) -> None:
        self.edges, self.led_by, self.smallest, self.largest = edges, led_by, smallest, largest
        self.circle_of = np.full(edges.mentees, -1, np.int32)
        self.members: list[set[int]] = [set() for _ in led_by]
        self.closed = np.zeros(len(led_by), np.bool_)
        self.foes: dict[int, set[int]] = {}
        self.groups: list[set[int]] = []

    @classmethod
    def laid(
        cls, edges: Edges, led: Ints, smallest: int, largest: int,
        apart: NDArray[np.int64] | None, groups: Flags | None,
    ) -> _Table:  # fmt: skip
        """Seat everybody by the best round, facilitators opening no more circles than can be filled, then
        mend.
        """
        table = cls(edges, np.repeat(np.arange(len(led)), led).astype(np.int32), smallest, largest)
        for one, other in [] if apart is None else apart.tolist():
            table.foes.setdefault(one, set()).add(other)
            table.foes.setdefault(other, set()).add(one)
        if groups is not None:
            table.groups = [set(np.flatnonzero(column).tolist()) for column in groups.T]
        table.open_best()
        return table

    def open_best(self) -> None:
        """Open as many circles as a usual size would fill, those most wanted, and seat by fit."""
        usual = (self.smallest + self.largest) // 2
        count = min(len(self.led_by), max(1, -(-self.edges.mentees // usual)))
        order: list[int] = []
        while True:
            capacity = np.bincount(self.led_by[~self.closed], minlength=self.edges.mentors) * self.largest
            choice = solve(self.edges, capacity.astype(np.int32)).mentor_of
            load = np.bincount(choice[choice >= 0], minlength=self.edges.mentors)
            open_ = np.flatnonzero(~self.closed)
            if len(open_) <= count:
                break
            order = sorted(open_.tolist(), key=lambda c: (load[self.led_by[c]], -c))
            self.closed[order[: max(1, (len(open_) - count) // 2)]] = True
        for mentee in np.flatnonzero(choice >= 0).tolist():
            self.seat_with(mentee, int(choice[mentee]))
        self.seat_the_rest()

    def seat_with(self, mentee: int, mentor: int) -> None:
        """The emptiest of a facilitator's open circles that may have this mentee."""
        mine = [
            c
            for c in np.flatnonzero((self.led_by == mentor) & ~self.closed).tolist()
            if self.may_sit(mentee, c)
        ]
        if mine:
            self.sit(mentee, min(mine, key=lambda c: (len(self.members[c]), c)))

    def seat_the_rest(self) -> None:
        for mentee in np.flatnonzero(self.circle_of < 0).tolist():
            places = [
                c
                for c in range(len(self.led_by))
                if self.fit(mentee, c) is not None and self.may_sit(mentee, c)
            ]
            if places:
                self.sit(mentee, max(places, key=lambda c: (self.fit(mentee, c) or 0.0, -c)))

    def fit(self, mentee: int, circle: int) -> float | None:
        place = self.edges.position(mentee, int(self.led_by[circle]))
        return None if place < 0 else float(self.edges.fit[place])

    def may_sit(self, mentee: int, circle: int) -> bool:
        seated = self.members[circle]
        foes = self.foes.get(mentee, set())
        return not self.closed[circle] and len(seated) < self.largest and not (foes & seated)

    def sit(self, mentee: int, circle: int) -> None:
        if self.circle_of[mentee] >= 0:
            self.members[self.circle_of[mentee]].discard(mentee)
        self.circle_of[mentee] = circle
        if circle >= 0:
            self.members[circle].add(mentee)

    def lonely(self, circle: int) -> set[int]:
        """Members who are the only one of a group."""
        seated = self.members[circle]
        return {next(iter(seated & group)) for group in self.groups if len(seated & group) == 1}

    def by_size(self) -> list[int]:
        return sorted(range(len(self.members)), key=lambda c: (len(self.members[c]), c))

    def close_if_short(self, circle: int) -> None:
        """Move lonely members on, then close the circle if too few stay; its people look for another."""
        self.move_lonely_on(circle)
        while len(self.members[circle]) < self.smallest and self.members[circle]:
            self.closed[circle] = True
            for mentee in sorted(self.members[circle]):
                self.sit(mentee, -1)
                self.seat_well(mentee)

    def move_lonely_on(self, circle: int) -> None:
        while lonely := self.lonely(circle):
            mentee = min(lonely)
            self.sit(mentee, -1)
            self.seat_well(mentee)

    def seat_well(self, mentee: int) -> None:
        """The best circle that may have this mentee and in which they, and all others, have company."""
        for circle in sorted(range(len(self.led_by)), key=lambda c: (-(self.fit(mentee, c) or 0.0), c)):
            if self.fit(mentee, circle) is not None and self.members[circle] and self.may_sit(mentee, circle):
                before = int(self.circle_of[mentee])
                self.sit(mentee, circle)
                if not self.lonely(circle) and (before < 0 or self.holds(before)):
                    return
                self.sit(mentee, before)

    def holds(self, circle: int) -> bool:
        seated = self.members[circle]
        return (not seated or self.smallest <= len(seated) <= self.largest) and not self.lonely(circle)

    def improve(self) -> bool:
        """Move anyone who gains and harms no rule; true if anybody moved."""
        moved = False
        for mentee in range(self.edges.mentees):
            home = int(self.circle_of[mentee])
            now = -np.inf if home < 0 else self.fit(mentee, home) or 0.0
            for circle in range(len(self.led_by)):
                fit = self.fit(mentee, circle)
                if (
                    fit is None
                    or fit <= now + 1e-9
                    or not self.members[circle]
                    or not self.may_sit(mentee, circle)
                ):
                    continue
                self.sit(mentee, circle)
                if self.holds(circle) and (home < 0 or self.holds(home)):
                    home, now, moved = circle, fit, True
                else:
                    self.sit(mentee, home)
        return moved

    def told(self) -> Circles:
        """Only circles that keep every rule; the members of any other are left out."""
        while broken := [c for c in range(len(self.members)) if self.members[c] and not self.holds(c)]:
            for mentee in sorted(self.members[broken[0]]):
                self.sit(mentee, -1)
        open_ = [c for c in range(len(self.members)) if self.members[c]]
        circle_of = np.full(self.edges.mentees, -1, np.int32)
        members = [np.array(sorted(self.members[c]), np.int32) for c in open_]
        for number, seated in enumerate(members):
            circle_of[seated] = number
        total = sum(self.fit(i, c) or 0.0 for c in open_ for i in self.members[c])
        left = np.flatnonzero(circle_of < 0).astype(np.int32)
        return Circles(circle_of, self.led_by[open_].astype(np.int32), members, float(total), left)
