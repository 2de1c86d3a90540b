"""The pairs that may be made, as compressed sparse rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int32]
Longs = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Edges:
    """Allowed pairs by mentee.

    Row i owns positions start[i]…start[i+1]-1 of `mentor` (int32, ascending, no doubles in a row) and
    `fit` (float64,
    finite). start is int64[mentees + 1].
    """

    mentees: int
    mentors: int
    start: Longs
    mentor: Ints
    fit: Floats

    @classmethod
    def from_pairs(cls, mentee: Any, mentor: Any, fit: Any, *, mentees: int, mentors: int) -> Edges:
        """Sort loose pairs into rows. Raises ValueError for a pair given twice, out of range, or a fit not
        finite.
        """
        rows, columns = np.asarray(mentee, np.int64), np.asarray(mentor, np.int64)
        values = np.asarray(fit, np.float64)
        _refuse_nonsense(rows, columns, values, mentees=mentees, mentors=mentors)
        key = rows * max(mentors, 1) + columns
        order = np.argsort(key, kind="stable")
        if np.any(np.diff(key[order]) == 0):
            raise ValueError("a pair is given twice")
        start = np.zeros(mentees + 1, np.int64)
        np.cumsum(np.bincount(rows, minlength=mentees), out=start[1:])
        return cls(mentees, mentors, start, columns[order].astype(np.int32), values[order])

    def __len__(self) -> int:
        return len(self.mentor)

    def row(self, mentee: int) -> tuple[Ints, Floats]:
        """The mentors this mentee may have, and the fits."""
        low, high = self.start[mentee], self.start[mentee + 1]
        return self.mentor[low:high], self.fit[low:high]

    def rows(self) -> Ints:
        """The mentee of every edge, int32[e]."""
        return np.repeat(np.arange(self.mentees, dtype=np.int32), np.diff(self.start))

    def position(self, mentee: int, mentor: int) -> int:
        """Where this pair stands in `mentor` and `fit`; -1 when it may not be made."""
        low, high = int(self.start[mentee]), int(self.start[mentee + 1])
        found = low + int(np.searchsorted(self.mentor[low:high], mentor))
        return found if found < high and self.mentor[found] == mentor else -1

    def with_fit(self, fit: Floats) -> Edges:
        """The same pairs with other fits (float64[e])."""
        return Edges(self.mentees, self.mentors, self.start, self.mentor, np.asarray(fit, np.float64))

    def kept_where(self, mask: Flags) -> Edges:
        """Only the pairs where mask (bool[e]) is true; rows stay, perhaps empty."""
        before = np.zeros(len(self) + 1, np.int64)
        np.cumsum(mask, out=before[1:])
        return Edges(self.mentees, self.mentors, before[self.start], self.mentor[mask], self.fit[mask])


def _refuse_nonsense(rows: Longs, columns: Longs, fit: Floats, *, mentees: int, mentors: int) -> None:
    if not len(rows) == len(columns) == len(fit):
        raise ValueError("mentee, mentor and fit differ in length")
    if len(rows) and (
        rows.min() < 0 or rows.max() >= mentees or columns.min() < 0 or columns.max() >= mentors
    ):
        raise ValueError("a pair names somebody who is not there")
    if not np.isfinite(fit).all():
        raise ValueError("a fit is not a finite number")
