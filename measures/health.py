"""The health of a mentorship from metadata alone: when they met, how they rated it, whether goals move.

Never from anything anybody wrote or said. Weights and bands are choices of ours, to be refitted on real
endings.
"""

from collections.abc import Mapping
from dataclasses import dataclass

FORMING, THRIVING, DRIFTING, AT_RISK = "forming", "thriving", "drifting", "at_risk"
WEIGHTS = {"cadence": 30, "recency": 20, "quality": 20, "goals": 15, "balance": 10, "agreement": 5}
WELL, FAIR = 75.0, 50.0
#: Younger than so many days, or of fewer meetings, it is still forming.
YOUNG, FEW = 21, 2
#: A side that has not rated yet; a goal untouched for so many days; the mentee's share of first words.
UNRATED, STALE, MENTEES_SHARE = 0.7, 30, 0.65
LOWEST, HIGHEST = 1.0, 5.0


@dataclass(frozen=True)
class Components:
    """What is known of one mentorship; None is not known, and counts neither for nor against.

    `cadence` and `since_last` are days, `since_last` None before the first meeting. `held` and `expected` are
    meetings in the last eight weeks. Ratings are means of the last three of a side, 1 to 5. `goal_age` is
    days since an agreed goal moved, None without one; `initiated` the mentee's share of beginnings, 0-1;
    `agreed` None where the format has no agreement. Who rests, or may not be watched, has no health.
    """

    age: float
    meetings: int
    cadence: float | None = None
    since_last: float | None = None
    held: float = 0
    expected: float | None = None
    mentee_rating: float | None = None
    mentor_rating: float | None = None
    goals: bool = True
    goal_age: float | None = None
    initiated: float | None = None
    agreed: bool | None = None
    rests: bool = False
    watched: bool = True


@dataclass(frozen=True)
class Health:
    """`value` is 0 to 100, `parts` 0 to 1 by name, `missing` the names nothing was known of."""

    value: float
    band: str
    parts: Mapping[str, float]
    missing: tuple[str, ...]


def health(known: Components) -> Health | None:
    """The health of one mentorship; None where it rests or nobody may watch it."""
    if known.rests or not known.watched:
        return None
    found = {
        "cadence": _cadence(known),
        "recency": _recency(known),
        "quality": _quality(known),
        "goals": _goals(known),
        "balance": _balance(known),
        "agreement": None if known.agreed is None else float(known.agreed),
    }
    parts = {name: value for name, value in found.items() if value is not None}
    weight = sum(WEIGHTS[name] for name in parts)
    value = 100 * sum(WEIGHTS[name] * part for name, part in parts.items()) / weight
    return Health(value, _band(known, value), parts, tuple(name for name in found if name not in parts))


def _cadence(known: Components) -> float | None:
    return min(1.0, known.held / known.expected) if known.expected else None


def _recency(known: Components) -> float | None:
    """1 while the next meeting is not due; nothing left when two more should have been."""
    if known.cadence is None or known.since_last is None:
        return None
    return _clamped(1 - (known.since_last - known.cadence) / (2 * known.cadence))


def _quality(known: Components) -> float:
    """The side that is less content."""
    rated = (known.mentee_rating, known.mentor_rating)
    return min(UNRATED if each is None else (each - LOWEST) / (HIGHEST - LOWEST) for each in rated)


def _goals(known: Components) -> float | None:
    if not known.goals:
        return None
    if known.goal_age is None:
        return None if known.meetings < FEW else 0.0
    return 1.0 if known.goal_age <= STALE else 0.5


def _balance(known: Components) -> float | None:
    if known.initiated is None:
        return None
    return _clamped(1 - abs(known.initiated - MENTEES_SHARE) / MENTEES_SHARE)


def _band(known: Components, value: float) -> str:
    if known.age < YOUNG or known.meetings < FEW:
        return FORMING
    return THRIVING if value >= WELL else DRIFTING if value >= FAIR else AT_RISK


def _clamped(value: float) -> float:
    return max(0.0, min(1.0, value))
