"""The answer to a cohort: pairs, people left over with the reason, and how good it provably is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from matchmaker.reason import Reason

NONE: Mapping[str, float] = MappingProxyType({})


@dataclass(frozen=True)
class Pair:
    """A mentee and a mentor by id. `fit` 0-1; `broken` names gates a hand-made (locked) pair does not
    pass.
    """

    mentee: str
    mentor: str
    fit: float
    strength: str
    locked: bool = False
    kept: bool = False
    broken: tuple[str, ...] = ()


@dataclass(frozen=True)
class Unmatched:
    """A mentee left over, with the nearest missing condition."""

    mentee: str
    reason: Reason


@dataclass(frozen=True)
class GateState:
    """Whether a gate was on, why (a code: mapped, not_mapped, set_off, given, must), and how many pairs it
    alone forbids.
    """

    id: str
    on: bool
    why: str
    shuts_out: int


@dataclass(frozen=True)
class Flag:
    """Something to look at: an empty or unreadable cell, a column not found.

    `people` are row ids, `sample` the first such cell, `advice` how to write it.
    """

    code: str
    side: str
    column: str
    people: tuple[str, ...] = ()
    sample: str = ""
    advice: str = ""


@dataclass(frozen=True)
class Choices:
    """What a round was asked: everything beside the cohort and the rules, so that it can be asked again."""

    weights: Mapping[str, float] = field(default_factory=lambda: NONE)
    aim: str = "most_matched"
    locked: tuple[tuple[str, str], ...] = ()
    forbidden: tuple[tuple[str, str], ...] = ()
    kept: tuple[tuple[str, str], ...] = ()
    seed: int = 0


@dataclass(frozen=True)
class Round:
    """One solved round.

    `total` is the summed fit of all pairs, `bound` a proven upper bound on it at this number of pairs (aim
    `total_fit`: at any number), `gap` = (bound - total) / bound, 0-1. `histogram` counts pairs by fit in
    ten bands of 0.1. `load` counts mentees per mentor, `gini` is its inequality over all mentors. `means`
    is the mean part per criterion over the pairs.
    """

    pairs: Sequence[Pair]
    unmatched: Sequence[Unmatched]
    total: float
    bound: float
    gap: float
    minimum: float
    mean: float
    means: Mapping[str, float]
    histogram: Sequence[int]
    load: Mapping[str, int]
    gini: float
    seconds: Mapping[str, float]
    gates: Sequence[GateState]
    flags: Sequence[Flag]
    choices: Choices
    exact: bool = False
    groups: Mapping[str, object] = field(default_factory=dict)

    def mentor_of(self) -> dict[str, tuple[str, ...]]:
        """Return mentor ids by mentee id; more than one only for mentees who stand in several rows."""
        found: dict[str, tuple[str, ...]] = {}
        for pair in self.pairs:
            found[pair.mentee] = (*found.get(pair.mentee, ()), pair.mentor)
        return found

    def as_report(self) -> dict[str, object]:
        """Return what report.json holds, in plain types."""
        from matchmaker.report import report_of  # noqa: PLC0415  report describes rounds, so it imports this file

        return report_of(self)
