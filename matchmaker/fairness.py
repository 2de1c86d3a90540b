"""Fairness of a round by group, published under one rule: k = 10, complementary suppression, counts
rounded to 5.

Rates, ratios and intervals are worked out from the rounded counts, so a table gives nothing away that its
counts do not. Group values are read here and nowhere else: no criterion, gate or aim may see them
(rules.py refuses a column that is in both).
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

import numpy as np

from matchmaker.round import Round
from matchmaker.scoring import Scoring
from matchmaker.solved import Solved
from measures import suppression
from measures.impact import impact
from measures.intervals import of_share

NOT_SAID = "not said"


@dataclass(frozen=True)
class Line:
    """One group. All figures are None where hidden; counts are rounded to 5, fit and days coarse."""

    group: str
    people: int | None = None
    matched: int | None = None
    rate: float | None = None
    low: float | None = None
    high: float | None = None
    ratio: float | None = None
    adverse: bool | None = None
    fit: float | None = None
    days: float | None = None


@dataclass(frozen=True)
class Told:
    """What is known of one row for fairness: was a match made, its fit, days waited."""

    matched: int
    fit: float | None = None
    days: float | None = None


def fairness(round_: Round, groups: Mapping[str, Mapping[str, str]]) -> dict[str, list[dict[str, object]]]:
    """Return a table per dimension for self-declared groups: {dimension: {person id: value}}, mentees only.

    Mentees of the round without a value are counted as "not said".
    """
    pairs = {pair.mentee: Told(1, pair.fit) for pair in round_.pairs}
    everybody = {**{one.mentee: Told(0) for one in round_.unmatched}, **pairs}
    return {
        dimension: table([(values.get(person, ""), told) for person, told in sorted(everybody.items())])
        for dimension, values in groups.items()
    }


def table(people: Sequence[tuple[str, Told]]) -> list[dict[str, object]]:
    """Return the publishable lines of one dimension; people are (group value, what is known)."""
    by_group: dict[str, list[Told]] = {}
    for value, told in people:
        by_group.setdefault(value.strip() or NOT_SAID, []).append(told)
    names = sorted(by_group, key=lambda name: (name == NOT_SAID, name))
    hide = suppression.hidden([len(by_group[name]) for name in names])
    shown = [name for name, hid in zip(names, hide, strict=True) if not hid]
    best = max(shown, key=lambda name: (_rate(by_group[name]), name), default=None)
    return [
        asdict(_line(name, by_group[name], by_group[best]) if name in shown and best else Line(name))
        for name in names
    ]


def _counts(told: Sequence[Told]) -> tuple[int, int]:
    total = suppression.rounded(len(told))
    return min(total, suppression.rounded(sum(1 for one in told if one.matched))), total


def _rate(told: Sequence[Told]) -> float:
    matched, total = _counts(told)
    return matched / total if total else 0.0


def _line(name: str, told: Sequence[Told], reference: Sequence[Told]) -> Line:
    matched, total = _counts(told)
    best, best_total = _counts(reference)
    found = impact(chosen=matched, total=total, reference_chosen=best, reference_total=best_total)
    interval = of_share(matched, total)
    return Line(
        group=name,
        people=total,
        matched=matched,
        rate=round(matched / total, 2),
        low=round(interval.low, 2),
        high=round(interval.high, 2),
        ratio=None if found.ratio is None else round(found.ratio, 2),
        adverse=found.adverse,
        fit=_coarse([one.fit for one in told if one.fit is not None], 0.05),
        days=_coarse([one.days for one in told if one.days is not None], 1.0),
    )


def _coarse(values: Sequence[float], step: float) -> float | None:
    """Return a mean over at least k people, to the nearest step."""
    return round(round(float(np.mean(values)) / step) * step, 2) if len(values) >= suppression.K else None


def group_tables(scoring: Scoring, solved: Solved) -> dict[str, object]:
    """Return mentee and mentor tables for every group column of the rules that the cohort has."""
    found: dict[str, object] = {}
    for column in scoring.setting.rules.groups:
        for side, told in (("mentee", _mentees(scoring, solved)), ("mentor", _mentors(scoring, solved))):
            sheet = scoring.setting.sheet(side)
            if not sheet.has(column):
                sheet.flags.note("no_column", side, column)
                continue
            values = [person.cells.get(column, "") for person in sheet.people]
            found[f"{side}.{column}"] = table(list(zip(values, told, strict=True)))
    return found


def _mentees(scoring: Scoring, solved: Solved) -> list[Told]:
    arrivals = [person.arrived for person in scoring.setting.mentees.people]
    last = scoring.setting.as_of or max((one for one in arrivals if one), default=None)
    days = [(last - one).total_seconds() / 86400 if last and one else None for one in arrivals]
    made = solved.mentor_of >= 0
    return [
        Told(int(made[i]), float(solved.fit[i]) if made[i] else None, days[i]) for i in range(len(arrivals))
    ]


def _mentors(scoring: Scoring, solved: Solved) -> list[Told]:
    load = np.bincount(solved.mentor_of[solved.mentor_of >= 0], minlength=scoring.m)
    return [Told(int(count > 0)) for count in load]
