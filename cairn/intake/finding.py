"""A finding: the same doubt about the same words, said once, whatever the number of rows it is about."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from cairn.intake.fault import Fault

#: Rows and names that a line tells; the others are counted, and stand in the file of rows to mend.
SHOWN = 3
#: The sign at the end of a cell that a report keeps shortened.
_SHORTENED = "…"


@dataclass(frozen=True, slots=True)
class Finding:
    """Faults (or notes) that are alike, in the order of their rows; never empty."""

    faults: tuple[Fault, ...]

    @property
    def fault(self) -> Fault:
        """The first, which speaks for all."""
        return self.faults[0]

    @property
    def rows(self) -> list[int]:
        """Every row it is about, once."""
        return list(dict.fromkeys(fault.row for fault in self.faults))

    @property
    def first_rows(self) -> str:
        """The rows a line tells: "3, 5, 9"."""
        return ", ".join(map(str, self.rows[:SHOWN]))

    @property
    def more_rows(self) -> int:
        """How many rows a line leaves untold."""
        return max(0, len(self.rows) - SHOWN)

    @property
    def names(self) -> list[str]:
        """The people of the rows a line tells."""
        return [fault.name for fault in self.faults[:SHOWN] if fault.name]

    @property
    def words(self) -> str:
        """What stands there: the cell, or the piece of it that is the same in all rows."""
        one_cell = all(fault.cell == self.fault.cell for fault in self.faults)
        return self.fault.cell if one_cell else self.fault.part

    @property
    def key(self) -> str:
        """The name a button sends; the same at every check, however many rows are left of it."""
        return hashlib.sha256(repr(_likeness(self.fault)).encode()).hexdigest()[:20]


def findings(faults: Iterable[Fault]) -> list[Finding]:
    """Faults put together by column, code, offer and the piece they are about, in the order of first rows."""
    return _grouped((_likeness(fault), fault) for fault in faults)


def cells_to_mend(faults: Iterable[Fault]) -> list[Finding]:
    """The same for typing: a text typed once mends every cell that says the same.

    An empty cell is typed by itself, since two people are rarely called the same; so is one whose end nobody
    sees.
    """
    return _grouped(((*_likeness(fault), fault.cell, _alone(fault)), fault) for fault in faults)


def _likeness(fault: Fault) -> tuple[Any, ...]:
    return fault.column, fault.code, fault.offer, fault.other, fault.is_note, fault.part or fault.cell


def _alone(fault: Fault) -> int:
    return fault.row if not fault.cell or fault.cell.endswith(_SHORTENED) else 0


def _grouped(keyed: Iterable[tuple[tuple[Any, ...], Fault]]) -> list[Finding]:
    alike: dict[tuple[Any, ...], list[Fault]] = {}
    for key, fault in keyed:
        alike.setdefault(key, []).append(fault)
    return [Finding(tuple(group)) for group in alike.values()]
