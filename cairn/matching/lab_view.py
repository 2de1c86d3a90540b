"""What the Match Lab shows, as data: figures, lists and sentences, ready to be drawn. Nothing here
computes a round.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from uuid import UUID

    from cairn.matching.cohort import Seen
    from cairn.matching.rulebook import Rulebook
    from cairn.matching.since import Since
    from matchmaker import Round


@dataclass(frozen=True)
class Waiting:
    """Somebody left over, and the nearest missing condition as a sentence."""

    enrolment: UUID
    person: UUID
    name: str
    code: str
    sentence: str


@dataclass(frozen=True)
class MentorLoad:
    """What one mentor would carry: `given` in this round, `used` already, of `capacity`."""

    enrolment: UUID
    person: UUID
    name: str
    given: int
    used: int
    capacity: int


@dataclass(frozen=True)
class Supply:
    """How many want a skill and how many places the mentors who offer it have."""

    code: str
    label: str
    wanted: int
    offered: int

    @property
    def short(self) -> int:
        """How many are missing; 0 where there is enough."""
        return max(0, self.wanted - self.offered)


@dataclass(frozen=True)
class RuleView:
    """One rule as the Lab shows it. `mean` is its average part over the pairs made, 0–1, None where nobody
    has both.
    """

    id: str
    kind: str
    source: str
    label: str
    weight: int
    must: bool
    mean: float | None


@dataclass(frozen=True)
class GateView:
    """One condition: whether it is on, why (a code), and how many pairs it alone shuts out.

    `switch` is its name among the rulebook's gates, empty where it always holds or is a rule's own must.
    """

    id: str
    switch: str
    label: str
    on: bool
    why: str
    shuts_out: int


@dataclass(frozen=True)
class LintView:
    """One condition on the stand: who has nobody left because of it, and how many pairs it forbids
    (`share` 0–1).
    """

    rule: str
    label: str
    mentees: tuple[Seen, ...]
    mentors: tuple[Seen, ...]
    pairs: int
    share: float


@dataclass(frozen=True)
class FlagView:
    """Something to look at: what is not filled in (`code` "empty") or not readable, by whom."""

    code: str
    side: str
    label: str
    people: tuple[Seen, ...]


@dataclass(frozen=True)
class LabView:
    """One played round. Fits, shares and gaps are 0–1; `histogram` counts pairs in ten bands of fit,
    weakest first. `short_of_hours` mentors have fewer places than they offered, for want of hours a month.
    """

    token: str
    book: Rulebook
    round: Round
    mentors: int
    mentees: int
    matched: int
    strengths: Mapping[str, int]
    mean: float
    worst: float
    gap: float
    exact: bool
    histogram: tuple[int, ...]
    waiting: tuple[Waiting, ...]
    loads: tuple[MentorLoad, ...]
    gini: float
    supply: tuple[Supply, ...]
    rules: tuple[RuleView, ...]
    gates: tuple[GateView, ...]
    flags: tuple[FlagView, ...]
    since: Since | None
    short_of_hours: int = 0

    @property
    def rate(self) -> float:
        """The share of mentees who are matched."""
        return self.matched / self.mentees if self.mentees else 0.0

    @property
    def strong_or_good(self) -> float:
        """The share of pairs that are strong or good."""
        return (self.strengths["strong"] + self.strengths["good"]) / self.matched if self.matched else 0.0
