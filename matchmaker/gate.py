"""One gate: a condition that must hold before a pair may be thought of."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

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
