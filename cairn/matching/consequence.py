"""What follows from a change by hand, as data: what a coordinator reads before pressing the button."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cairn.matching.act import Act, Pair

if TYPE_CHECKING:
    from matchmaker import Round


@dataclass(frozen=True)
class Moved:
    """One mentee who would meet somebody else; names are empty and fits 0 where there is nobody."""

    mentee: str
    mentee_name: str
    before: str
    before_name: str
    after: str
    after_name: str
    fit_before: float
    fit_after: float


@dataclass(frozen=True)
class Consequence:
    """What follows from an act: totals and counts before and after, who moves, and which conditions a pair
    would break.
    """

    act: Act
    revision: int
    total_before: float
    total_after: float
    matched_before: int
    matched_after: int
    moved: tuple[Moved, ...]
    broken: tuple[str, ...]
    round: Round
    locks: frozenset[Pair]
    exclusions: frozenset[Pair]

    @property
    def cost(self) -> float:
        """Total fit given up; negative where there is more of it."""
        return self.total_before - self.total_after

    @property
    def others(self) -> tuple[Moved, ...]:
        """Those who move without having been named."""
        named = {mentee for mentee, _mentor in (*self.act.hold, *self.act.forbid, *self.act.free)}
        return tuple(each for each in self.moved if each.mentee not in named)
