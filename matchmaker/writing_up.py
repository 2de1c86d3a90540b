"""From arrays to a Round: pairs with their strength, figures, gates, and a reason for everybody left over."""

import numpy as np

from matchmaker.fairness import group_tables
from matchmaker.linting import survey
from matchmaker.round import Choices, GateState, Pair, Round
from matchmaker.rules import Wishes
from matchmaker.scoring import Scoring
from matchmaker.sheet import Flags
from matchmaker.solved import Solved
from matchmaker.why import why_unmatched
from measures.inequality import gini


def write_up(scoring: Scoring, solved: Solved, choices: Choices, *, flags: Flags, preparing: float) -> Round:
    """Return the round that stands in these arrays."""
    fits = solved.fit[solved.mentor_of >= 0]
    load = _load(scoring, solved)
    pairs = _pairs(scoring, solved, choices)
    unmatched = why_unmatched(scoring, solved)
    return Round(
        pairs=pairs,
        unmatched=unmatched,
        total=solved.total,
        bound=solved.bound,
        gap=max(0.0, (solved.bound - solved.total) / solved.bound) if solved.bound > 0 else 0.0,
        minimum=float(fits.min()) if len(fits) else 0.0,
        mean=float(fits.mean()) if len(fits) else 0.0,
        means=_means(scoring, solved),
        histogram=np.bincount(np.minimum((fits * 10).astype(np.int64), 9), minlength=10).tolist(),
        load=load,
        gini=gini(list(load.values())),
        seconds={"prepare": preparing, **solved.seconds},
        gates=gate_states(scoring),
        groups=group_tables(scoring, solved),
        flags=flags.all(),
        choices=choices,
        exact=solved.exact,
    )


def strength(fit: float, wishes: Wishes) -> str:
    """Return the word for a fit; people never see a bare number."""
    return "strong" if fit >= wishes.strong else "good" if fit >= wishes.good else "stretch"


def gate_states(scoring: Scoring) -> tuple[GateState, ...]:
    """Return every gate of the house and every must, with the number of pairs it forbids by itself."""
    shut = dict(zip([gate.id for gate in scoring.on], survey(scoring).pairs, strict=True))
    listed = [gate for gate in scoring.gates if gate.on or not gate.id.startswith("must:")]
    return tuple(GateState(gate.id, gate.on, gate.why, int(shut.get(gate.id, 0))) for gate in listed)


def _pairs(scoring: Scoring, solved: Solved, choices: Choices) -> tuple[Pair, ...]:
    setting = scoring.setting
    locked = set(choices.locked)
    found = []
    for i in np.flatnonzero(solved.mentor_of >= 0):
        mentee, mentor = setting.mentees.people[i].id, setting.mentors.people[solved.mentor_of[i]].id
        by_hand = (mentee, mentor) in locked
        found.append(
            Pair(
                mentee=mentee,
                mentor=mentor,
                fit=float(solved.fit[i]),
                strength=strength(float(solved.fit[i]), setting.rules.wishes),
                locked=by_hand,
                kept=bool(solved.kept[i]),
                broken=_broken(scoring, int(i), int(solved.mentor_of[i])) if by_hand else (),
            )
        )
    return tuple(found)


def _broken(scoring: Scoring, mentee: int, mentor: int) -> tuple[str, ...]:
    bits = int(scoring.bits(mentee, mentee + 1)[0, mentor])
    return tuple(gate.id for place, gate in enumerate(scoring.on) if bits >> place & 1)


def _load(scoring: Scoring, solved: Solved) -> dict[str, int]:
    load = dict.fromkeys(scoring.setting.mentors.ids, 0)
    for j in solved.mentor_of[solved.mentor_of >= 0]:
        load[scoring.setting.mentors.people[j].id] += 1
    return load


def _means(scoring: Scoring, solved: Solved) -> dict[str, float]:
    """Return the mean part of each criterion over the pairs, both views together, unknown parts left out."""
    rows = [(int(i), int(solved.mentor_of[i])) for i in np.flatnonzero(solved.mentor_of >= 0)]
    views = scoring.pair_views(rows)
    known = ~np.isnan(views)
    sums, counts = np.where(known, views, 0).sum(axis=(0, 1), dtype=np.float64), known.sum(axis=(0, 1))
    found = sums / np.maximum(counts, 1)
    return {part.rule.id: float(found[place]) for place, part in enumerate(scoring.parts)}
