"""The board: a column for each strength, the ones that need a look first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from cairn.web.desk.rows import Row, rows_of

if TYPE_CHECKING:
    from cairn.matching.pairing import PairingQuerySet
    from cairn.matching.run import Run

MOST = 12
COLUMNS = ("stretch", "good", "strong")


@dataclass(frozen=True, slots=True)
class Column:
    """`more` is how many do not fit into it."""

    strength: str
    label: str
    count: int
    pairs: list[Row]

    @property
    def more(self) -> int:
        """How many stand only in the list."""
        return self.count - len(self.pairs)


def board_of(run: Run, found: PairingQuerySet) -> list[Column]:
    """Three columns, each with its first dozen."""
    labels = {"stretch": _("A stretch"), "good": _("Good"), "strong": _("Strong")}
    by_strength = {name: [each for each in found if each.strength == name] for name in COLUMNS}
    return [
        Column(name, labels[name], len(pairings), rows_of(run, pairings[:MOST]))
        for name, pairings in by_strength.items()
    ]
