"""Scoring an instrument: what a person's answers add up to, as its own document says.

An instrument is data: items with a range, perhaps reversed, and scores over some of them. A score is given
when enough was answered; what is missing then counts as the mean of what this person answered. Otherwise it
is None, never 0.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

#: What one answer from 0 to 10 counts: the mean over people is who would less who would not, in points.
PROMOTES, DETRACTS, SHARE = 9, 6, 100.0
#: A change beyond this is more than the instrument's own unsteadiness in 95 of 100 cases.
RELIABLE = 1.96


@dataclass(frozen=True)
class Score:
    """`value` is None where too little was answered; `band` is the document's word for it, if it has one."""

    value: float | None
    band: str | None
    answered: int


@dataclass(frozen=True)
class Shift:
    """How far a score moved; `index` is in units of what the instrument itself is unsure of."""

    by: float
    index: float

    @property
    def reliable(self) -> bool:
        """More than chance would move it."""
        return abs(self.index) >= RELIABLE


def score(instrument: Mapping[str, Any], answers: Mapping[str, float]) -> dict[str, Score]:
    """Every score of an instrument by id; raises ValueError for an answer outside its item's range, or to no
    item of it.
    """
    items = {item["id"]: item for item in instrument["items"] if "min" in item}
    for id_ in answers:
        if id_ not in items:
            raise ValueError(f"no item {id_} that is answered by a number")
    turned = {id_: _turned(items[id_], answer) for id_, answer in answers.items()}
    return {each["id"]: _score(each, turned) for each in instrument["scores"]}


def _turned(item: Mapping[str, Any], answer: float) -> float:
    """The answer, the other way round where its item is; raises ValueError where it cannot be one."""
    least, most = item["min"], item["max"]
    if not least <= answer <= most:
        raise ValueError(f"{item['id']} lies between {least} and {most}, not at {answer}")
    return float(least + most - answer if item.get("reverse") else answer)


def _score(asked: Mapping[str, Any], turned: Mapping[str, float]) -> Score:
    given = [turned[id_] for id_ in asked["items"] if id_ in turned]
    if not given or len(given) < asked.get("minAnswered", len(asked["items"])):
        return Score(None, None, len(given))
    value = _FUNCTIONS[asked["fn"]](given, len(asked["items"]))
    value = _moved(asked.get("transform"), value)
    return Score(value, band_of(asked.get("bands") or (), value), len(given))


def _mean(given: list[float], _items: int) -> float:
    return math.fsum(given) / len(given)


def _sum(given: list[float], items: int) -> float:
    return _mean(given, items) * items


def _recommends(given: list[float], items: int) -> float:
    answer = _mean(given, items)
    return SHARE if answer >= PROMOTES else -SHARE if answer <= DETRACTS else 0.0


_FUNCTIONS = {"mean": _mean, "sum": _sum, "recommendation": _recommends}


def _moved(transform: Mapping[str, float] | None, value: float) -> float:
    """`{"multiply": 4}`, `{"add": 1}` or both, multiplied first."""
    if not transform:
        return value
    if unknown := set(transform) - {"multiply", "add"}:
        raise ValueError(f"no transform {', '.join(sorted(unknown))}")
    return value * transform.get("multiply", 1) + transform.get("add", 0)


def band_of(bands: Iterable[Mapping[str, Any]], value: float) -> str | None:
    """The label of the first band the value lies below; the last one needs no end."""
    for band in bands:
        if value < band.get("lt", math.inf) and value <= band.get("lte", math.inf):
            label: str = band["label"]
            return label
    return None


def recommendation(answers: Iterable[float]) -> float | None:
    """The share of 9 and 10 less the share of 0 to 6, in points from -100 to +100; None without answers.

    Source: F. Reichheld, The one number you need to grow, Harvard Business Review 81 (2003).
    """
    counted = [_recommends([answer], 1) for answer in answers]
    return _mean(counted, len(counted)) if counted else None


def shift(before: float, after: float, *, sd: float, rxx: float) -> Shift:
    """How a person's score moved, against what the instrument is unsure of: `sd` of a group, `rxx` its
    reliability (0-1).

    Source: N. S. Jacobson and P. Truax, Clinical significance, J Consult Clin Psychol 59 (1991).
    """
    if sd <= 0 or not 0 <= rxx < 1:
        raise ValueError("sd has to be above 0 and rxx between 0 and 1")
    return Shift(after - before, (after - before) / (sd * math.sqrt(2) * math.sqrt(1 - rxx)))
