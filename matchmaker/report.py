"""A round as report.json: plain types, figures rounded only where a machine's last digits would differ."""

from dataclasses import asdict
from typing import Any

from matchmaker.prepared import Prepared
from matchmaker.reason import Reason, words
from matchmaker.round import Round


def report_of(round_: Round, labels: dict[str, str] | None = None) -> dict[str, Any]:
    """Return the report of a round; `labels` turn codes in reasons into words."""
    return {
        "matched": len(round_.pairs),
        "unmatched": [
            {"mentee": one.mentee, "reason": words(one.reason, labels), **_structured(one.reason)}
            for one in round_.unmatched
        ],
        "total": round_.total,
        "upper_bound": round_.bound,
        "gap": round_.gap,
        "exact": round_.exact,
        "minimum": round_.minimum,
        "mean": round_.mean,
        "mean_per_criterion": dict(round_.means),
        "histogram": list(round_.histogram),
        "groups": dict(round_.groups),
        "load": dict(round_.load),
        "load_gini": round_.gini,
        "gates": [
            {**asdict(gate), "said": gate_line(gate.id, on=gate.on, why=gate.why)} for gate in round_.gates
        ],
        "flags": [
            {**asdict(flag), "people": list(flag.people), "count": len(flag.people)} for flag in round_.flags
        ],
        "aim": round_.choices.aim,
        "seed": round_.choices.seed,
        "weights": dict(round_.choices.weights),
        "kept": sum(pair.kept for pair in round_.pairs),
        "seconds": dict(round_.seconds),
    }


def full_report(prepared: Prepared, round_: Round, *, hints: int = 5, tries: int = 40) -> dict[str, Any]:
    """Return the report with what only the prepared cohort knows: balance, hints, and who would gain by
    narrowing.
    """
    small = prepared.scoring.small
    exploits = prepared.exploits(round_, tries=tries)
    return {
        **report_of(round_, prepared.labels),
        "balance": [
            {**asdict(line), "skill": prepared.labels.get(line.skill, line.skill)}
            for line in prepared.balance()
        ],
        "hints": [asdict(hint) for hint in prepared.hints(round_, limit=hints)] if small else [],
        "exploits": {**asdict(exploits), "named": [asdict(one) for one in exploits.named]},
    }


def gate_line(gate: str, *, on: bool, why: str) -> str:
    """Return the line that says whether a gate stood, and if not, why."""
    if on:
        return f"{gate}: on"
    reasons = {
        "not_mapped": "no column is mapped to it",
        "no_column": "the mapped column is not in the file",
        "set_off": "the rules set it off",
    }
    return f"{gate}: off, {reasons.get(why, why)}"


def _structured(reason: Reason) -> dict[str, Any]:
    return {"criterion": reason.criterion, "code": reason.code, "values": dict(reason.values)}
