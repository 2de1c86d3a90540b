"""Choice inside the optimum: who else a mentee could have, what it costs the round, and what a change by
hand would do.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from matchmaker.comparison import Changed, compare
from matchmaker.refusal import Refusal
from matchmaker.round import Round
from matchmaker.sheet import positions
from matchmaker.writing_up import strength

if TYPE_CHECKING:
    from matchmaker.prepared import Prepared

NEARLY_NOTHING = 0.01


@dataclass(frozen=True)
class Choice:
    """A mentor this mentee could have. `cost` is total fit lost by the round, `unmatched` how many more
    people go without.

    `verified` says that both were found by solving again; otherwise `cost` is the least it could be, from
    dual prices.
    """

    mentor: str
    fit: float
    strength: str
    cost: float
    unmatched: int = 0
    verified: bool = False


@dataclass(frozen=True)
class Change:
    """A change by hand: pairs (mentee id, mentor id) to lock, forbid, or release from either."""

    lock: tuple[tuple[str, str], ...] = ()
    forbid: tuple[tuple[str, str], ...] = ()
    release: tuple[tuple[str, str], ...] = ()

    @classmethod
    def swap(cls, round_: Round, one: str, other: str) -> Change:
        """Return the change that gives two matched mentees each other's mentor."""
        mentor_of = round_.mentor_of()
        if one not in mentor_of or other not in mentor_of:
            raise Refusal("Only two mentees who both have a mentor can swap.")
        return cls(lock=((one, mentor_of[other][0]), (other, mentor_of[one][0])))


@dataclass(frozen=True)
class Consequence:
    """What a change does to the round, all of it solved: `round` is what it would be, `changed` whose
    mentor is another.
    """

    total_before: float
    total_after: float
    matched_before: int
    matched_after: int
    changed: tuple[Changed, ...]
    broken: tuple[str, ...]
    round: Round


def alternatives(prepared: Prepared, round_: Round, mentee: str) -> list[Choice]:
    """Return every mentor the gates allow, best fit first; cost from dual prices, 0 for the mentor they
    have.
    """
    row = _row(prepared, mentee)
    solved = prepared.solved(round_.choices)
    fits = prepared.scoring.fits(row, row + 1, solved.weights)[0].astype(np.float64)
    prices, profit = solved.solution.prices, float(solved.solution.profits[row])
    people, wishes = prepared.scoring.setting.mentors.people, prepared.rules.wishes
    found = []
    for j in np.flatnonzero(np.isfinite(fits) & (fits >= wishes.minimum_fit)):
        regret = 0.0 if j == solved.mentor_of[row] else max(0.0, profit + float(prices[j]) - float(fits[j]))
        found.append(Choice(people[j].id, float(fits[j]), strength(float(fits[j]), wishes), regret))
    return sorted(found, key=lambda choice: (-choice.fit, choice.mentor))


def shortlist(prepared: Prepared, round_: Round, mentee: str, *, size: int) -> list[Choice]:
    """Return up to `size` mentors, the cheapest for the cohort first; each can be had with nobody else
    left out by it.

    The candidates come from dual prices, then every one is locked and the round solved again, so the cost
    told is the cost.
    """
    told = alternatives(prepared, round_, mentee)
    ranked = sorted(told, key=lambda choice: (choice.cost, -choice.fit, choice.mentor))
    checked = [verified(prepared, round_, mentee, choice) for choice in ranked[: size + 3]]
    fair = [choice for choice in checked if choice.unmatched <= 0]
    return sorted(fair, key=lambda choice: (choice.cost, -choice.fit, choice.mentor))[:size]


def verified(prepared: Prepared, round_: Round, mentee: str, choice: Choice) -> Choice:
    """Return the choice with what it really costs."""
    if (mentee, choice.mentor) in {(pair.mentee, pair.mentor) for pair in round_.pairs}:
        return Choice(choice.mentor, choice.fit, choice.strength, 0.0, 0, verified=True)
    locked = tuple(
        sorted({pair for pair in round_.choices.locked if pair[0] != mentee} | {(mentee, choice.mentor)})
    )
    after = prepared.again(round_, locked=locked)
    lost = len(round_.pairs) - len(after.pairs)
    return Choice(choice.mentor, choice.fit, choice.strength, round_.total - after.total, lost, verified=True)


def consequence(prepared: Prepared, round_: Round, change: Change) -> Consequence:
    """Return what the change would do; whoever is locked anew loses earlier locks on the same mentee."""
    choices = round_.choices
    released = set(change.release)
    anew = {mentee for mentee, _ in change.lock}
    kept = {pair for pair in choices.locked if pair not in released and pair[0] not in anew}
    forbidden = {pair for pair in choices.forbidden if pair not in released and pair not in set(change.lock)}
    locked = (kept | set(change.lock)) - set(change.forbid)
    after = prepared.again(
        round_, locked=tuple(sorted(locked)), forbidden=tuple(sorted(forbidden | set(change.forbid)))
    )
    return Consequence(
        total_before=round_.total,
        total_after=after.total,
        matched_before=len(round_.pairs),
        matched_after=len(after.pairs),
        changed=compare(round_, after).changed,
        broken=tuple(sorted({gate for pair in after.pairs for gate in pair.broken if pair.mentee in anew})),
        round=after,
    )


def _row(prepared: Prepared, mentee: str) -> int:
    rows = positions(prepared.scoring.setting.mentees)
    if mentee not in rows:
        raise Refusal(f'There is no mentee with the id "{mentee}".')
    return rows[mentee][0]
