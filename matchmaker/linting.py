"""Whom each rule shuts out, all by itself: counted over every pair, so that a rule that costs too much is
seen before the round.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from matchmaker.compiling import compiled
from matchmaker.crew import share_out
from matchmaker.scoring import Bits, Scoring

ALL = "all"
BLOCK = 100_000


@dataclass(frozen=True)
class Lint:
    """One rule on the stand; `rule` is a gate id, or "all" for all of them together. People are ids."""

    rule: str
    mentees_shut_out: tuple[str, ...]
    mentors_shut_out: tuple[str, ...]
    pairs: int
    share: float


@dataclass(frozen=True, eq=False)
class Survey:
    """Per gate that is on: pairs it forbids int64[g], forbidden partners per mentee int64[g+1, n] and
    mentor int64[g+1, m].

    The last row counts pairs that any gate forbids.
    """

    pairs: NDArray[np.int64]
    mentees: NDArray[np.int64]
    mentors: NDArray[np.int64]


def survey(scoring: Scoring) -> Survey:
    """Count once per cohort; the gates do not depend on weights."""
    if scoring.survey is None:
        gates = len(scoring.on)
        mentees = np.zeros((gates + 1, scoring.n), np.int64)
        mentors = np.zeros((gates + 1, scoring.m), np.int64)
        step = max(1, BLOCK // max(1, scoring.m))
        adding = Lock()

        def work(blocks: Iterable[int]) -> None:
            own = np.zeros_like(mentors)
            for low in blocks:
                high = min(low + step, scoring.n)
                _count(scoring.bits(low, high), gates, mentees[:, low:high], own)
            with adding:
                np.add(mentors, own, out=mentors)

        share_out(work, range(0, scoring.n, step))
        scoring.survey = Survey(mentees[:gates].sum(axis=1), mentees, mentors)
    found: Survey = scoring.survey
    return found


@compiled
def _count(bits: Bits, gates: int, mentees: NDArray[np.int64], mentors: NDArray[np.int64]) -> None:
    for i in range(bits.shape[0]):
        for j in range(bits.shape[1]):
            shut = bits[i, j]
            if shut != 0:
                mentees[gates, i] += 1
                mentors[gates, j] += 1
                for gate in range(gates):
                    if (shut >> np.uint32(gate)) & np.uint32(1) != 0:
                        mentees[gate, i] += 1
                        mentors[gate, j] += 1


def lint(scoring: Scoring) -> list[Lint]:
    """Return a line for each rule that forbids a pair, the dearest first, and one for all of them
    together.
    """
    seen = survey(scoring)
    names = [gate.id for gate in scoring.on]
    lines = [_line(scoring, seen, row, name) for row, name in enumerate([*names, ALL])]
    return sorted(
        (line for line in lines if line.pairs), key=lambda line: (line.rule != ALL, -line.pairs, line.rule)
    )


def _line(scoring: Scoring, seen: Survey, row: int, name: str) -> Lint:
    mentees, mentors = scoring.setting.mentees.ids, scoring.setting.mentors.ids
    pairs = int(seen.mentees[row].sum())
    return Lint(
        rule=name,
        mentees_shut_out=tuple(mentees[i] for i in np.flatnonzero(seen.mentees[row] == scoring.m))
        if scoring.m
        else (),
        mentors_shut_out=tuple(mentors[j] for j in np.flatnonzero(seen.mentors[row] == scoring.n))
        if scoring.n
        else (),
        pairs=pairs,
        share=pairs / max(1, scoring.n * scoring.m),
    )
