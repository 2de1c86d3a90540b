"""Cells that hold one or many values, folded, as bits: what `same`, `different` and `values` have in
common.
"""

import numpy as np

from matchmaker import bits
from matchmaker.asked import Criterion
from matchmaker.cells import fold, many
from matchmaker.criteria.criterion import Block, Demandless
from matchmaker.sheet import Setting, Sheet


class Sets(Demandless):
    """Sets of both sides; an empty cell is unknown."""

    symmetric = True

    def __init__(self, rule: Criterion, setting: Setting) -> None:
        self.rule = rule
        self.setting = setting
        self.mentors = self._read(setting.mentors, rule.mentor)
        self.mentees = self._read(setting.mentees, rule.mentee)
        self.mentor_bits, self.mentee_bits = bits.encode(self.mentors, self.mentees)
        self.mentor_sizes, self.mentee_sizes = bits.sizes(self.mentors), bits.sizes(self.mentees)

    def _read(self, sheet: Sheet, column: str) -> list[frozenset[str] | None]:
        return sheet.read(column, self._values, for_what=f'the criterion "{self.rule.id}"')

    def _values(self, cell: str) -> frozenset[str] | None:
        found = {fold(value): value for value in many(cell)}
        for code, written in found.items():
            self.setting.label(code, written)
        return frozenset(found) or None

    def count(self, low: int, high: int, out: Block) -> None:
        """Write how many values are shared, nan where unknown."""
        bits.shared(self.mentee_bits, self.mentor_bits, low, high, out)
        bits.unknown(out, np.isnan(self.mentee_sizes[low:high]), np.isnan(self.mentor_sizes))

    def both(self, mentee: int, mentor: int) -> list[str]:
        return sorted((self.mentees[mentee] or frozenset()) & (self.mentors[mentor] or frozenset()))

    def apart(self, mentee: int, mentor: int) -> dict[str, object] | None:
        """Return what each has alone, when both say something and share nothing."""
        wanted, offered = self.mentees[mentee], self.mentors[mentor]
        if wanted is None or offered is None or wanted & offered:
            return None
        return {"mentor": sorted(offered)[:2], "mentee": sorted(wanted)[:2]}
