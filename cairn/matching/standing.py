"""A run as it stands after every change by hand, ready to be played on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from cairn.matching.act import Pair, pair_of
from cairn.matching.exclusion import Exclusion
from cairn.matching.inputs import Inputs
from cairn.matching.lock import Lock
from cairn.matching.pairing import Pairing
from cairn.matching.rulebook import Rulebook
from cairn.matching.workbench import Bench, bench_for

if TYPE_CHECKING:
    from cairn.matching.run import Run
    from matchmaker import Round


@dataclass(frozen=True)
class Standing:
    """A run as it stands: its pairings by mentee, its rules, and what holds beside them."""

    run: Run
    book: Rulebook
    bench: Bench
    pairings: Mapping[str, Pairing]
    locks: frozenset[Pair]
    exclusions: frozenset[Pair]

    @cached_property
    def pairs(self) -> dict[str, str]:
        """Mentor by mentee, as person ids."""
        return dict(pair_of(each) for each in self.pairings.values())

    def play(self, *, locks: frozenset[Pair], exclusions: frozenset[Pair]) -> Round:
        """The round that moves as few pairs as it can; raises Refused where it cannot hold what it is told
        to.
        """
        return self.bench.play(
            weights=self.book.weights,
            aim=self.book.aim,
            locked=sorted(locks),
            forbidden=sorted(exclusions),
            kept=sorted(pair for pair in self.pairs.items() if pair not in exclusions),
            seed=self.run.seed,
        )


def standing(run: Run) -> Standing:
    """The run as it stands now. Unseals the snapshot only when its people are not on the workbench any
    more.
    """
    book = Rulebook.parse(run.rules)
    bench = bench_for(
        str(run.programme_id),
        run.snapshot.digest,
        lambda: Inputs.from_json(run.snapshot.inputs),
        book.as_engine(),
    )
    people = bench.gathered.inputs
    mentees, mentors = {row.id for row in people.mentees}, {row.id for row in people.mentors}
    return Standing(
        run=run,
        book=book,
        bench=bench,
        pairings={str(each.mentee.person_id): each for each in Pairing.objects.filter(run=run).with_people()},
        locks=_among(Lock.objects.pairs(run.programme), mentees, mentors),
        exclusions=_among(Exclusion.objects.pairs(run.programme), mentees, mentors),
    )


def _among(pairs: frozenset[Pair], mentees: set[str], mentors: set[str]) -> frozenset[Pair]:
    return frozenset(pair for pair in pairs if pair[0] in mentees and pair[1] in mentors)


def round_of(now: Standing) -> Round:
    """The run as it stands as the engine's round: for who waits and why, and what else each could have."""
    return now.play(locks=now.locks, exclusions=now.exclusions)
