"""How near two skills are: the same 1, siblings under one parent .7, one the parent of the other .5, else
0.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from matchmaker.cells import fold
from matchmaker.cohort import Taxonomy
from matchmaker.sheet import Setting

SAME, SIBLING, PARENT = 1.0, 0.7, 0.5


class Likeness:
    """Codes of written skills and the codes near them, found once each."""

    def __init__(self, setting: Setting) -> None:
        self._taxonomy: Taxonomy | None = setting.cohort.taxonomy
        self._setting = setting
        self._codes: dict[str, str] = {}
        self._parents: dict[str, str | None] = {}

    def code(self, written: str) -> str:
        """Return the taxonomy's code, a code that already has a label, or the folded word itself."""
        if written not in self._codes:
            self._codes[written] = self._found(written)
        return self._codes[written]

    def _found(self, written: str) -> str:
        if written in self._setting.cohort.labels:
            return written
        code = self._taxonomy.find(written) if self._taxonomy else None
        if code is not None and self._taxonomy is not None:
            self._setting.label(code, self._taxonomy.label(code))
            return code
        self._setting.label(fold(written), written)
        return fold(written)

    def parent(self, code: str) -> str | None:
        if code not in self._parents:
            self._parents[code] = self._taxonomy.parent(code) if self._taxonomy else None
        return self._parents[code]

    def near(self, code: str, offered: "Offered") -> dict[str, float]:
        """Return the offered codes that are like this one, with their likeness."""
        above = self.parent(code)
        found = dict.fromkeys(offered.below.get(code, ()), PARENT)
        if above is not None:
            found.update(dict.fromkeys(offered.below.get(above, ()), SIBLING))
            found.update({above: PARENT} if above in offered.codes else {})
        found.update({code: SAME} if code in offered.codes else {})
        return found

    def offered(self, codes: Iterable[str]) -> "Offered":
        """Index codes by their parents, so that siblings are found without looking at everything."""
        below: dict[str, list[str]] = {}
        known = frozenset(codes)
        for code in sorted(known):
            parent = self.parent(code)
            if parent is not None:
                below.setdefault(parent, []).append(code)
        return Offered(known, below)


@dataclass(frozen=True)
class Offered:
    """Offered codes, and those below each parent."""

    codes: frozenset[str]
    below: dict[str, list[str]]
