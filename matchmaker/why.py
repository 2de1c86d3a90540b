"""Why somebody is left over: the nearest missing condition, looked up among all mentors.

The nearest mentors are those who miss the fewest conditions; what most of them miss is what is told. A
capacity gate counts last, since a mentor without places who fits in all else is the nearest of all.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from matchmaker import week
from matchmaker.criteria.skills import Skills
from matchmaker.gate import Gate
from matchmaker.reason import Reason
from matchmaker.round import Unmatched
from matchmaker.scoring import Scoring
from matchmaker.solved import Solved


def why_unmatched(scoring: Scoring, solved: Solved) -> tuple[Unmatched, ...]:
    """Return everybody left over, in order of id, each with the reason."""
    people = scoring.setting.mentees.people
    rows = np.flatnonzero(solved.mentor_of < 0)
    return tuple(Unmatched(people[i].id, nearest(scoring, solved.weights, int(i))) for i in rows)


def nearest(scoring: Scoring, weights: NDArray[np.float32], mentee: int) -> Reason:
    """Return what this mentee's nearest mentors lack."""
    if scoring.m == 0:
        return Reason("cohort", "nobody_there")
    silent = [gate for gate in scoring.on if gate.silent is not None and gate.silent[mentee] and gate.column]
    if silent and scoring.setting.rules.gates.empty == "shut" and silent[0].id != "training":
        return Reason(silent[0].id, "missing_cell", {"column": silent[0].column})
    bits = scoring.bits(mentee, mentee + 1)[0]
    missing = np.bitwise_count(bits)
    if missing.min() == 0:
        return _no_place(scoring, weights, mentee, bits)
    near = bits[missing == missing.min()]
    if missing.min() > 1:
        shut = {gate.id: int((near >> np.uint32(place) & 1).sum()) for place, gate in enumerate(scoring.on)}
        most = [name for name in sorted(shut, key=lambda name: (-shut[name], name)) if shut[name]][:2]
        return Reason("gates", "several_missing", {"missing": int(missing.min()), "rules": most})
    counts = [(int((near == np.uint32(1 << place)).sum()), place) for place in range(len(scoring.on))]
    count, place = max(counts, key=lambda one: (one[0], -one[1]))
    return _said(scoring, scoring.on[place], mentee, count)


def _no_place(
    scoring: Scoring, weights: NDArray[np.float32], mentee: int, bits: NDArray[np.uint32]
) -> Reason:
    fits = scoring.ungated(mentee, weights)
    allowed = bits == 0
    enough = allowed & (fits >= np.float32(scoring.setting.rules.wishes.minimum_fit))
    if not enough.any():
        return Reason("round", "low_fit", {"count": int(allowed.sum())})
    return Reason("capacity", "all_full", {"count": int(enough.sum())})


def _said(scoring: Scoring, gate: Gate, mentee: int, count: int) -> Reason:
    plain = {
        "capacity": "no_capacity",
        "reporting_line": "same_line",
        "excluded": "excluded",
        "oneself": "oneself",
    }
    if gate.id in plain:
        return Reason(gate.id, plain[gate.id], {"count": count})
    told: dict[str, Callable[[], Reason]] = {
        "languages": lambda: Reason(
            gate.id, "no_shared_language", {"languages": _cell(scoring, gate, mentee)}
        ),
        "hours": lambda: Reason(gate.id, "no_shared_hours", _most_minutes(scoring, gate, mentee)),
        "training": lambda: _training(gate, mentee, count),
    }
    return told[gate.id]() if gate.id in told else _must(scoring, gate, mentee, count)


def _cell(scoring: Scoring, gate: Gate, mentee: int) -> list[str]:
    return [value.strip() for value in scoring.setting.mentees.people[mentee].cells[gate.column].split(";")]


def _most_minutes(scoring: Scoring, gate: Gate, mentee: int) -> dict[str, object]:
    if gate.minutes is None:
        return {"minutes": 0, "needed": scoring.setting.rules.gates.hours_minutes}
    out = np.empty((1, scoring.m), np.float32)
    gate.minutes(mentee, mentee + 1, out)
    others = scoring.bits(mentee, mentee + 1)[0] == np.uint32(1 << scoring.on.index(gate))
    most = int(np.nanmax(np.where(others, np.nan_to_num(out[0]), 0)))
    return {
        "minutes": most // week.QUARTER * week.QUARTER,
        "needed": scoring.setting.rules.gates.hours_minutes,
    }


def _training(gate: Gate, mentee: int, count: int) -> Reason:
    if gate.silent is not None and gate.silent[mentee]:
        return Reason(gate.id, "not_trained")
    return Reason(gate.id, "untrained", {"count": count})


def _must(scoring: Scoring, gate: Gate, mentee: int, count: int) -> Reason:
    rule = gate.id.removeprefix("must:")
    part = next(part for part in scoring.parts if part.rule.id == rule)
    if isinstance(part, Skills):
        nobody = part.offered_by_nobody(mentee)
        skills = nobody or part.musts(mentee) or [code for code, _ in part.wants(mentee)]
        if skills:
            code = "no_mentor_offers" if nobody else "not_offered_otherwise"
            return Reason(rule, code, {"skills": skills[:3], "count": count})
    return Reason(rule, "rule_unmet", {"rule": rule, "count": count})
