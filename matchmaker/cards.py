"""A pair on a card: a word for its strength, three reasons, one difference to learn from, and a first
question.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import isnan, nan

import numpy as np
from numpy.typing import NDArray

from matchmaker.board import weights_of
from matchmaker.cells import fold, many
from matchmaker.criteria.criterion import Block, Part
from matchmaker.reason import Reason
from matchmaker.refusal import Refusal
from matchmaker.round import Choices
from matchmaker.scoring import Scoring
from matchmaker.sheet import positions
from matchmaker.writing_up import strength

REASONS = 3
QUESTIONS = {
    "offers_what_you_want": ("ask_skill", "skills"),
    "offers_near_what_you_want": ("ask_skill", "skills"),
    "swap": ("ask_skill", "skills"),
    "shares_value": ("ask_value", "values"),
    "speaks_of_the_same": ("ask_skill", "words"),
}


@dataclass(frozen=True)
class Share:
    """What one criterion adds to a fit: how well these two do, 0–1, and how much it weighs."""

    criterion: str
    worth: float
    weight: float


@dataclass(frozen=True)
class Card:
    """Why these two. `reasons` holds three; `question` is a Reason whose code names the question.

    `parts` are the criteria that count, in the order of the rules; those neither side tells about are left
    out.
    """

    fit: float
    strength: str
    reasons: tuple[Reason, ...]
    difference: Reason
    question: Reason
    parts: tuple[Share, ...] = ()


def card_of(scoring: Scoring, mentee: str, mentor: str, choices: Choices) -> Card:
    """Return the card of two people by id; gates do not matter here, so that pairs made by hand have a
    card too.
    """
    i, j = _row(positions(scoring.setting.mentees), mentee), _row(positions(scoring.setting.mentors), mentor)
    return cards_of(scoring, [(i, j)], weights_of(scoring, choices))[0]


def cards_of(scoring: Scoring, rows: Sequence[tuple[int, int]], weights: NDArray[np.float32]) -> list[Card]:
    """Return the cards of pairs given as rows, in that order; mentees near each other are looked at
    together.
    """
    views = scoring.pair_views(rows)
    return [_card(scoring, *pair, views[:, place], weights) for place, pair in enumerate(rows)]


def _card(scoring: Scoring, mentee: int, mentor: int, views: Block, weights: NDArray[np.float32]) -> Card:
    fit = scoring.fit_of(views, weights)
    worth = [(_mean(*seen), weight) for seen, weight in zip(views.T.tolist(), weights.tolist(), strict=True)]
    reasons = _reasons(scoring, mentee, mentor, worth)
    difference = _difference(scoring.parts, mentee, mentor, worth)
    return Card(
        fit,
        strength(fit, scoring.setting.rules.wishes),
        reasons,
        difference,
        _question(reasons, difference),
        tuple(_shares(scoring.parts, worth)),
    )


def _shares(parts: Sequence[Part], worth: Sequence[tuple[float, float]]) -> Iterator[Share]:
    for part, (value, weight) in zip(parts, worth, strict=True):
        if weight and not isnan(value):
            yield Share(part.rule.id, value, weight)


def _row(rows: dict[str, list[int]], person: str) -> int:
    if person not in rows:
        raise Refusal(f'There is nobody with the id "{person}" in this cohort.')
    return rows[person][0]


def _mean(mine: float, theirs: float) -> float:
    """Return the mean of the known views of one criterion, nan when neither is known."""
    known = [view for view in (mine, theirs) if not isnan(view)]
    return sum(known) / len(known) if known else nan


def _known(worth: float, otherwise: float) -> float:
    return otherwise if isnan(worth) else worth


def _reasons(
    scoring: Scoring, mentee: int, mentor: int, worth: list[tuple[float, float]]
) -> tuple[Reason, ...]:
    """Return what adds most to the fit, then what else is true of the two."""
    order = sorted(
        range(len(worth)), key=lambda place: (-_known(worth[place][0], 0.0) * worth[place][1], place)
    )
    telling = [place for place in order if worth[place][0] > 0]
    said = [scoring.parts[place].reason(mentee, mentor) for place in telling]
    found = [reason for reason in said if reason is not None]
    if len(_distinct(found)) < REASONS:
        found += _plain_truths(scoring, mentee, mentor)
    return tuple(_distinct(found)[:REASONS])


def _distinct(reasons: list[Reason]) -> list[Reason]:
    kept: list[Reason] = []
    for reason in reasons:
        if not any(reason.code == other.code and reason.values == other.values for other in kept):
            kept.append(reason)
    return kept


def _plain_truths(scoring: Scoring, mentee: int, mentor: int) -> list[Reason]:
    """Return what holds of any pair that passes its gates, for programmes that ask little."""
    setting = scoring.setting
    found = []
    if any(gate.id == "languages" for gate in scoring.on):
        mine, theirs = (
            many(setting.sheet(side).people[row].cells.get(setting.rules.column(side, "languages") or "", ""))
            for side, row in (("mentee", mentee), ("mentor", mentor))
        )
        both = [one for one in mine if fold(one) in {fold(other) for other in theirs}]
        found += [Reason("languages", "shares_language", {"languages": both})] if both else []
    if setting.mentors.people[mentor].capacity > 0:
        found.append(Reason("capacity", "has_room"))
    if int(scoring.bits(mentee, mentee + 1)[0, mentor]) == 0:
        found.append(Reason("gates", "nothing_against"))
    return [*found, Reason("pair", "could_be_new"), Reason("pair", "both_joined")]


def _difference(parts: list[Part], mentee: int, mentor: int, worth: list[tuple[float, float]]) -> Reason:
    order = sorted(range(len(parts)), key=lambda place: (_known(worth[place][0], 2.0), place))
    for place in order:
        found = parts[place].difference(mentee, mentor)
        if found is not None:
            return found
    return Reason("pair", "alike")


def _question(reasons: tuple[Reason, ...], difference: Reason) -> Reason:
    for reason in reasons:
        if reason.code in QUESTIONS:
            code, key = QUESTIONS[reason.code]
            return Reason(
                reason.criterion, code, {"skills" if code == "ask_skill" else "values": _first(reason, key)}
            )
    if difference.code in {"other_value", "differs_as_wished"}:
        return Reason(difference.criterion, "ask_difference", difference.values)
    return Reason("pair", "ask_goal")


def _first(reason: Reason, key: str) -> list[object]:
    values = reason.values[key]
    return list(values)[:1] if isinstance(values, (list, tuple)) else [values]
