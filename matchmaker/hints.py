"""What would match more people, or match them better. Every hint has been applied and solved; it promises
what came out.

Candidates are cheap to find: give every full mentor one more place and see who takes it; lift one rule
after another. What is left over is applied to the cohort and the rules exactly as a person would do it,
prepared and played with the same choices.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from matchmaker.cohort import Cohort
from matchmaker.round import Round
from matchmaker.rules import Rules

if TYPE_CHECKING:
    from matchmaker.prepared import Prepared

AT_ONCE = 4
HALF_HOUR = 30
WORTH_TELLING = 0.01


@dataclass(frozen=True)
class Hint:
    """A change and what it brings, exactly.

    kind       capacity (one more place for `mentors`), must (drop the must of `criterion`), hours (ask
    `value` minutes),
               minimum_fit (lower it to `value`), reserve (give it out)
    gain       people matched more
    cost       mean fit of a pair before minus after; below 0 when pairs get better
    total      total fit after; `share` is the gain in total fit over the total before, .09 when a rule
    costs 9 %
    """

    kind: str
    mentors: tuple[str, ...] = ()
    criterion: str = ""
    value: float = 0.0
    gain: int = 0
    cost: float = 0.0
    matched: int = 0
    total: float = 0.0
    share: float = 0.0

    def apply(self, cohort: Cohort, rules: Rules) -> tuple[Cohort, Rules]:
        """Return the cohort and the rules with this done to them."""
        if self.kind == "capacity":
            chosen = set(self.mentors)
            more = [
                replace(one, capacity=one.capacity + 1) if one.id in chosen else one for one in cohort.mentors
            ]
            return replace(cohort, mentors=more), rules
        if self.kind == "must":
            kept = [replace(one, must=False) if one.id == self.criterion else one for one in rules.criteria]
            return cohort, replace(rules, criteria=tuple(kept))
        if self.kind == "hours":
            return cohort, replace(rules, gates=replace(rules.gates, hours_minutes=int(self.value)))
        if self.kind == "reserve":
            return cohort, replace(rules, wishes=replace(rules.wishes, reserve=self.value))
        return cohort, replace(rules, wishes=replace(rules.wishes, minimum_fit=self.value))


def hints_for(prepared: Prepared, round_: Round, *, limit: int) -> list[Hint]:
    """Return the best hints, most people first, then most fit; none that changes next to nothing."""
    solved = [_solved(prepared, round_, hint) for hint in _candidates(prepared, round_)]
    telling = [hint for hint in solved if hint.gain > 0 or (hint.gain == 0 and hint.share >= WORTH_TELLING)]
    return sorted(telling, key=lambda hint: (-hint.gain, -hint.share, len(hint.mentors), hint.kind))[:limit]


def _candidates(prepared: Prepared, round_: Round) -> Iterator[Hint]:
    takers = _takers(prepared, round_)
    if takers:
        needed = _needed(prepared, round_, takers[:AT_ONCE])
        yield Hint("capacity", mentors=tuple(sorted(needed)))
        if needed != takers[:1]:
            yield Hint("capacity", mentors=(takers[0],))
    rules = prepared.rules
    for criterion in rules.criteria:
        if criterion.must:
            yield Hint("must", criterion=criterion.id)
    if rules.gates.hours_minutes > HALF_HOUR and any(gate.id == "hours" and gate.on for gate in round_.gates):
        yield Hint("hours", value=HALF_HOUR)
    if rules.wishes.minimum_fit > 0:
        yield Hint("minimum_fit", value=0.0)
    if rules.wishes.reserve > 0:
        yield Hint("reserve", value=0.0)


def _takers(prepared: Prepared, round_: Round) -> list[str]:
    """Return full mentors who take one more mentee when all of them may, those that most need it first."""
    places: dict[str, int] = {}
    for person in prepared.cohort.mentors:
        places[person.id] = places.get(person.id, 0) + max(0, person.capacity)
    full = tuple(sorted(who for who, load in round_.load.items() if load >= places[who] > 0))
    if not full:
        return []
    after = _played(prepared, round_, Hint("capacity", mentors=full))
    waiting = {one.mentee for one in round_.unmatched}
    helped = {who: sum(pair.mentee in waiting for pair in after.pairs if pair.mentor == who) for who in full}
    takers = [who for who in full if after.load[who] > round_.load[who]]
    return sorted(takers, key=lambda who: (-helped[who], who))


def _needed(prepared: Prepared, round_: Round, mentors: list[str]) -> list[str]:
    """Return those mentors without whom fewer people would be matched: nobody is asked in vain."""

    def matched(who: list[str]) -> int:
        return len(_played(prepared, round_, Hint("capacity", mentors=tuple(sorted(who)))).pairs)

    best = matched(mentors)
    if not len(round_.pairs) < best < len(round_.pairs) + len(mentors):
        return mentors
    needed = list(mentors)
    for who in reversed(mentors):
        fewer = [each for each in needed if each != who]
        if fewer and matched(fewer) == best:
            needed = fewer
    return needed


def _played(prepared: Prepared, round_: Round, hint: Hint) -> Round:
    from matchmaker.prepared import prepare  # noqa: PLC0415  a prepared cohort offers hints, and hints prepare cohorts

    cohort, rules = hint.apply(prepared.cohort, prepared.rules)
    return prepare(cohort, rules, as_of=prepared.scoring.setting.as_of, like=prepared).play_choices(
        round_.choices
    )


def _solved(prepared: Prepared, round_: Round, hint: Hint) -> Hint:
    after = _played(prepared, round_, hint)
    return replace(
        hint,
        gain=len(after.pairs) - len(round_.pairs),
        cost=round_.mean - after.mean,
        matched=len(after.pairs),
        total=after.total,
        share=(after.total - round_.total) / round_.total if round_.total > 0 else 0.0,
    )
