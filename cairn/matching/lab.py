"""The Match Lab: the cohort played live under the rules on the left, and everything a coordinator asks about
it.

`play` reads nobody when it is given the token of people still on the workbench: then it is one round of the
engine and a little counting. Nothing here writes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cairn.matching.hints import HintView, trial_of, view_of_hint
from cairn.matching.rulebook import rules_of
from cairn.matching.run import Run
from cairn.matching.running import locked_here
from cairn.matching.since import Since, since_last_run
from cairn.matching.wording import why_waiting
from cairn.matching.words import words_of
from cairn.matching.workbench import Bench, bench_of

if TYPE_CHECKING:
    from uuid import UUID

    from cairn.matching.cohort import Seen
    from cairn.matching.rulebook import Rulebook
    from cairn.matching.words import Words
    from cairn.programmes.programme import Programme
    from matchmaker.round import Flag, GateState, Round


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
    """One condition: whether it is on, why (a code), and how many pairs it alone shuts out."""

    id: str
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
class LabView:
    """One played round. Fits, shares and gaps are 0–1; `histogram` counts pairs in ten bands of fit,
    weakest first.
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
    flags: tuple[Flag, ...]
    since: Since | None

    @property
    def rate(self) -> float:
        """The share of mentees who are matched."""
        return self.matched / self.mentees if self.mentees else 0.0

    @property
    def strong_or_good(self) -> float:
        """The share of pairs that are strong or good."""
        return (self.strengths["strong"] + self.strengths["good"]) / self.matched if self.matched else 0.0


def play(
    programme: Programme,
    *,
    book: Rulebook | None = None,
    token: str = "",
    trying: Iterable[str] = (),
    seed: int = 0,
) -> LabView:
    """Play the cohort under these rules (the programme's own by default), with the hints being tried."""
    trial = trial_of(book or rules_of(programme), trying)
    bench = bench_of(programme, trial.book, token=token, more=trial.more)
    solved = solve(programme, bench, book=trial.book, seed=seed)
    return view_of(programme, bench, solved, book=trial.book)


def hints(
    programme: Programme,
    *,
    book: Rulebook | None = None,
    token: str = "",
    trying: Iterable[str] = (),
    limit: int = 3,
) -> tuple[HintView, ...]:
    """What would match more people; a second request, since every promise is solved."""
    trial = trial_of(book or rules_of(programme), trying)
    bench = bench_of(programme, trial.book, token=token, more=trial.more)
    solved = solve(programme, bench, book=trial.book)
    words, waiting = words_of(programme), len(solved.unmatched)
    return tuple(
        view_of_hint(hint, seen=bench.gathered.seen, waiting=waiting, words=words)
        for hint in bench.hints(solved, limit=limit)
    )


def lint(programme: Programme, *, book: Rulebook | None = None, token: str = "") -> tuple[LintView, ...]:
    """Whom each rule shuts out, the dearest first."""
    book = book or rules_of(programme)
    bench = bench_of(programme, book, token=token)
    words, seen = words_of(programme), bench.gathered.seen
    return tuple(
        LintView(
            rule=each.rule,
            label=words.of(f"gate:{each.rule}"),
            mentees=tuple(seen["mentee", who] for who in each.mentees_shut_out),
            mentors=tuple(seen["mentor", who] for who in each.mentors_shut_out),
            pairs=each.pairs,
            share=each.share,
        )
        for each in bench.prepared.lint()
    )


def solve(programme: Programme, bench: Bench, *, book: Rulebook, seed: int = 0) -> Round:
    """One round with the book's weights and the programme's locks."""
    locked = sorted(locked_here(programme, bench))
    return bench.play(weights=book.weights, aim=book.aim, locked=locked, seed=seed)


def view_of(programme: Programme, bench: Bench, solved: Round, *, book: Rulebook) -> LabView:
    """A solved round as the Lab shows it."""
    words = words_of(programme)
    seen = bench.gathered.seen
    strengths = {
        name: sum(pair.strength == name for pair in solved.pairs) for name in ("strong", "good", "stretch")
    }
    return LabView(
        token=bench.token,
        book=book,
        round=solved,
        mentors=len(bench.gathered.inputs.mentors),
        mentees=len(bench.gathered.inputs.mentees),
        matched=len(solved.pairs),
        strengths=strengths,
        mean=solved.mean,
        worst=solved.minimum,
        gap=solved.gap,
        exact=solved.exact,
        histogram=tuple(solved.histogram),
        waiting=_waiting(solved, seen, words),
        loads=_loads(solved, seen),
        gini=solved.gini,
        supply=_supply(bench, words),
        rules=_rules(book, solved, words),
        gates=tuple(_gate(state, words) for state in solved.gates),
        flags=tuple(solved.flags),
        since=since_last_run(Run.objects.of_programme(programme).last(), solved),
    )


def _waiting(solved: Round, seen: Mapping[tuple[str, str], Seen], words: Words) -> tuple[Waiting, ...]:
    found = []
    for each in solved.unmatched:
        who = seen["mentee", each.mentee]
        code = {"code": each.reason.code, "values": each.reason.values}
        found.append(
            Waiting(who.enrolment, who.person, who.name, each.reason.code, why_waiting(code, words=words))
        )
    return tuple(sorted(found, key=lambda one: (one.name, one.person)))


def _loads(solved: Round, seen: Mapping[tuple[str, str], Seen]) -> tuple[MentorLoad, ...]:
    """Every mentor, the fullest first."""
    loads = [
        MentorLoad(who.enrolment, who.person, who.name, solved.load.get(person, 0), who.used, who.capacity)
        for (side, person), who in seen.items()
        if side == "mentor"
    ]
    return tuple(sorted(loads, key=lambda one: (-one.given - one.used, one.name, one.person)))


def _supply(bench: Bench, words: Words) -> tuple[Supply, ...]:
    """Every wanted skill, the shortest first."""
    found = [
        Supply(each.skill, words.of(each.skill), each.wanted, each.offered)
        for each in bench.prepared.balance()
    ]
    return tuple(sorted(found, key=lambda one: (one.offered - one.wanted, -one.wanted, one.label)))


def _rules(book: Rulebook, solved: Round, words: Words) -> tuple[RuleView, ...]:
    return tuple(
        RuleView(
            id=each.id,
            kind=each.kind,
            source=each.source,
            label=words.of(each.source),
            weight=each.weight,
            must=each.must,
            mean=solved.means.get(each.id),
        )
        for each in book.criteria
    )


def _gate(state: GateState, words: Words) -> GateView:
    return GateView(state.id, words.of(f"gate:{state.id}"), state.on, state.why, state.shuts_out)
