"""The Match Lab: the cohort played live under the rules on the left, and everything a coordinator asks about
it.

`play` reads nobody when it is given the token of people still on the workbench: then it is one round of the
engine and a little counting. Nothing here writes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from cairn.matching.circling import only, round_for
from cairn.matching.hints import HintView, trial_of, view_of_hint
from cairn.matching.inputs import MONTHLY
from cairn.matching.lab_view import (
    FlagView,
    GateView,
    LabView,
    LintView,
    MentorLoad,
    RuleView,
    Supply,
    Waiting,
)
from cairn.matching.rulebook import rules_of
from cairn.matching.run import Run
from cairn.matching.running import locked_here
from cairn.matching.since import since_last_run
from cairn.matching.wording import why_waiting
from cairn.matching.words import words_of
from cairn.matching.workbench import Bench, bench_of
from cairn.programmes.enrolment import reach

if TYPE_CHECKING:
    from cairn.matching.cohort import Seen
    from cairn.matching.rulebook import Rulebook
    from cairn.matching.words import Words
    from cairn.programmes.programme import Programme
    from matchmaker import Flag, GateState, Round


#: The engine's gates that the rulebook can switch, and what it calls them.
SWITCHES = {
    "languages": "language",
    "hours": "hours",
    "monthly_hours": "monthly",
    "reporting_line": "line",
    "training": "training",
}


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
    solved, seated = round_for(bench, book, locked=locked_here(programme, bench), seed=seed)
    return only(solved, seated)


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
        loads=_loads(solved, bench),
        gini=solved.gini,
        supply=_supply(bench, words),
        rules=_rules(book, solved, words),
        gates=(*(_gate(state, words) for state in solved.gates), _monthly(bench, book, words)),
        flags=tuple(_flag(flag, seen, words) for flag in solved.flags),
        since=since_last_run(Run.objects.of_programme(programme).of_format(book.format).last(), solved),
        short_of_hours=_short_of_hours(bench, book),
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


def _loads(solved: Round, bench: Bench) -> tuple[MentorLoad, ...]:
    """Every mentor, the fullest first; places are those that their hours a month reach for."""
    loads = []
    for row in bench.gathered.inputs.mentors:
        who = bench.gathered.seen["mentor", row.id]
        places = min(who.capacity, row.capacity + who.used)
        given = solved.load.get(row.id, 0)
        loads.append(MentorLoad(who.enrolment, who.person, who.name, given, who.used, places))
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


def _flag(flag: Flag, seen: Mapping[tuple[str, str], Seen], words: Words) -> FlagView:
    column = flag.column.removeprefix("gate:")
    label = words.of(column) if column.startswith("q:") else words.of(f"column:{column}")
    people = tuple(seen[flag.side, each] for each in flag.people)
    return FlagView(flag.code, flag.side, label, people)


def _monthly(bench: Bench, book: Rulebook, words: Words) -> GateView:
    """Hours a month shut out no pair; they limit places, so their line is ours and not the engine's."""
    told = bench.gathered.inputs.tells_hours
    why = "set_off" if not book.gates.monthly else "mapped" if told else "not_mapped"
    label = words.of("gate:monthly_hours")
    return GateView("monthly_hours", SWITCHES["monthly_hours"], label, why == "mapped", why, 0)


def _short_of_hours(bench: Bench, book: Rulebook) -> int:
    each, seen = book.gates.monthly, bench.gathered.seen
    told = ((row, float(row.cells[MONTHLY])) for row in bench.gathered.inputs.mentors if MONTHLY in row.cells)
    return (
        sum(reach(hours, each=each) < seen["mentor", row.id].capacity for row, hours in told) if each else 0
    )


def _gate(state: GateState, words: Words) -> GateView:
    return GateView(
        state.id,
        SWITCHES.get(state.id, ""),
        words.of(f"gate:{state.id}"),
        state.on,
        state.why,
        state.shuts_out,
    )


__all__ = [
    "FlagView",
    "GateView",
    "LabView",
    "LintView",
    "MentorLoad",
    "RuleView",
    "Supply",
    "Waiting",
    "hints",
    "lint",
    "play",
]
