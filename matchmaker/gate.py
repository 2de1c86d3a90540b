"""One gate: a condition that must hold before a pair may be thought of."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matchmaker.compiling import compiled
from matchmaker.sheet import Setting

Mask = NDArray[np.bool_]
Forbid = Callable[[int, int, Mask], None]


@dataclass(frozen=True)
class Gate:
    """`forbid(low, high, out)` marks pairs shut out: out is bool[high-low, mentors]. `why` as in
    GateState.
    """

    id: str
    on: bool
    why: str
    forbid: Forbid | None = None
    column: str = ""
    silent: Mask | None = None
    minutes: Callable[[int, int, NDArray[np.float32]], None] | None = None


def switched_off(setting: Setting, gate: str, key: str, *sides: str) -> Gate | None:
    """Return the gate switched off when a column it needs is not mapped or not in the file."""
    for side in sides:
        column = setting.rules.column(side, key)
        sheet = setting.sheet(side)
        if column is None:
            return Gate(gate, on=False, why="not_mapped")
        if len(sheet) and not sheet.has(column):
            sheet.flags.note("no_column", side, column)
            return Gate(gate, on=False, why="no_column")
    return None


@compiled
def mark(bits: NDArray[np.uint32], shut: Mask, bit: np.uint32) -> None:
    """Set a bit where a pair is shut out."""
    for i in range(bits.shape[0]):
        for j in range(bits.shape[1]):
            bits[i, j] |= bit if shut[i, j] else np.uint32(0)


@compiled
def few(minutes: NDArray[np.float32], needed: float, silent_open: np.bool_, out: Mask) -> None:
    """Mark pairs who share too few minutes; nan, unknown, is too few unless it is told to be enough."""
    least = np.float32(needed)
    for i in range(out.shape[0]):
        row, shut = minutes[i], out[i]
        for j in range(row.shape[0]):
            shut[j] = row[j] < least if silent_open else not row[j] >= least


@compiled
def excuse(out: Mask, mentees: Mask, mentors: Mask) -> None:
    """Take the mark off where both sides are excused; masks are bool[rows] and bool[mentors]."""
    for i in range(out.shape[0]):
        if mentees[i]:
            row = out[i]
            for j in range(row.shape[0]):
                row[j] &= not mentors[j]
