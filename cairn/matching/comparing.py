"""Two runs side by side: who would meet somebody else, and what the difference costs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cairn.matching.refusal import Refused
from cairn.matching.rulebook import Rulebook
from cairn.matching.standing import Standing, standing

if TYPE_CHECKING:
    from cairn.matching.pairing import Pairing
    from cairn.matching.run import Run


@dataclass(frozen=True)
class Figures:
    """One run as it stands, counted by its own rules. Fits are 0–1, `total` their sum."""

    run: Run
    matched: int
    total: float
    mean: float
    worst: float
    strong: int
    good: int
    stretch: int


@dataclass(frozen=True)
class Changed:
    """One mentee and the pairings they have in either run; None for waiting."""

    mentee: str
    name: str
    one: Pairing | None
    other: Pairing | None


@dataclass(frozen=True)
class RuleChange:
    """A criterion whose weight or must differs; None where it was not there."""

    id: str
    source: str
    one: int | None
    other: int | None
    must_one: bool
    must_other: bool


@dataclass(frozen=True)
class Comparison:
    """`one` against `other`, usually the older against the newer.

    `one_by_other` is what the first run's pairs are worth by the second's rules (None where somebody is no
    longer there): the second's total minus this is what the change brings, by the rules now in force.
    """

    one: Figures
    other: Figures
    changed: tuple[Changed, ...]
    same: int
    rules: tuple[RuleChange, ...]
    one_by_other: float | None

    @property
    def gain(self) -> float | None:
        """What going from the first to the second brings in total fit; negative when it costs."""
        return None if self.one_by_other is None else self.other.total - self.one_by_other


def compare_runs(one: Run, other: Run) -> Comparison:
    """Any two runs of a programme, as they stand."""
    first, second = standing(one), standing(other)
    mentees = sorted({*first.pairings, *second.pairings})
    changed = tuple(
        _changed(mentee, first.pairings.get(mentee), second.pairings.get(mentee))
        for mentee in mentees
        if first.pairs.get(mentee) != second.pairs.get(mentee)
    )
    return Comparison(
        one=_figures(first),
        other=_figures(second),
        changed=tuple(sorted(changed, key=lambda each: (each.name, each.mentee))),
        same=len(mentees) - len(changed),
        rules=_rule_changes(first.book, second.book),
        one_by_other=_worth(first, second),
    )


def figures_of(run: Run) -> Figures:
    """One run as it stands."""
    return _figures(standing(run))


def _figures(now: Standing) -> Figures:
    fits = [each.fit for each in now.pairings.values()]
    strengths = [each.strength for each in now.pairings.values()]
    return Figures(
        run=now.run,
        matched=len(fits),
        total=sum(fits),
        mean=sum(fits) / len(fits) if fits else 0.0,
        worst=min(fits, default=0.0),
        strong=strengths.count("strong"),
        good=strengths.count("good"),
        stretch=strengths.count("stretch"),
    )


def _changed(mentee: str, one: Pairing | None, other: Pairing | None) -> Changed:
    named = one or other
    return Changed(mentee, named.mentee.person.name if named else "", one, other)


def _rule_changes(one: Rulebook, other: Rulebook) -> tuple[RuleChange, ...]:
    before, after = ({each.id: each for each in book.criteria} for book in (one, other))
    found = []
    for id_ in dict.fromkeys([*before, *after]):
        old, new = before.get(id_), after.get(id_)
        if old == new:
            continue
        named = old or new
        found.append(
            RuleChange(
                id=id_,
                source=named.source if named else "",
                one=old.weight if old else None,
                other=new.weight if new else None,
                must_one=bool(old and old.must),
                must_other=bool(new and new.must),
            )
        )
    return tuple(found)


def _worth(first: Standing, second: Standing) -> float | None:
    """The first run's pairs at the second's fits: held together, whatever its conditions say."""
    try:
        held = second.bench.play(weights=second.book.weights, locked=sorted(first.pairs.items()))
    except Refused:
        return None
    return sum(pair.fit for pair in held.pairs if pair.locked)
