"""An instrument: a few questions with a scoring, as a data file that may carry a licence of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from cairn.kernel.strict import Words, said

FOLDER = Path(__file__).parent / "instruments"

LIKERT, SCALE, ACTION, BOOKING = "likert", "scale", "action", "booking"
#: Kinds of items that are answered by a number.
NUMBERS = (LIKERT, SCALE)


@dataclass(frozen=True)
class Item:
    """One question. `labels` are the words of every step, or of both ends of a long scale."""

    id: str
    type: str
    text: Words
    min: int = 0
    max: int = 0
    labels: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def words(self) -> str:
        """The question, in the reader's language."""
        return said(self.text)

    @property
    def is_number(self) -> bool:
        """Whether it is answered by a number."""
        return self.type in NUMBERS

    def steps(self) -> list[tuple[int, str]]:
        """Every answer and its words; of a long scale only the ends have words."""
        words = said({language: "\n".join(each) for language, each in self.labels.items()}).split("\n")
        numbers = range(self.min, self.max + 1)
        if len(words) == len(numbers):
            return list(zip(numbers, words, strict=True))
        return [(each, {self.min: words[0], self.max: words[-1]}.get(each, "")) for each in numbers]


@dataclass(frozen=True)
class Instrument:
    """`visibility` says who may see a single answer: the respondent, both of a pair, or nobody (aggregate).
    `seconds` is what answering costs; `scoring` is the document `measures.scoring` reads.
    """

    id: str
    version: int
    name: Words
    purpose: Words
    label: str
    licence: str
    visibility: str
    seconds: int
    items: tuple[Item, ...]
    scoring: Mapping[str, Any]

    @property
    def title(self) -> str:
        """Its name, in the reader's language."""
        return said(self.name)

    @property
    def why(self) -> str:
        """What the answer is for, in the reader's language."""
        return said(self.purpose)

    def numbers(self) -> tuple[Item, ...]:
        """The items answered by a number."""
        return tuple(each for each in self.items if each.is_number)

    def asks(self, kind: str) -> bool:
        """Whether one of its items is of this kind."""
        return any(each.type == kind for each in self.items)

    def heard(self, answers: Mapping[str, Any]) -> dict[str, float]:
        """Answers to its own questions only; raises ValueError for a number beyond its scale."""
        found: dict[str, float] = {}
        for item in self.numbers():
            if answers.get(item.id) in {None, ""}:
                continue
            number = int(answers[item.id])
            if not item.min <= number <= item.max:
                raise ValueError(item.id)
            found[item.id] = number
        return found


@cache
def instruments() -> Mapping[str, Instrument]:
    """Every instrument that comes along, by id. Raises Misread for a file that is wrong."""
    from cairn.care.instrument_file import read_instrument  # noqa: PLC0415 - it reads this noun

    found = [read_instrument(path) for path in sorted(FOLDER.glob("*.json"))]
    return {each.id: each for each in found}


def instrument_named(id: str) -> Instrument:
    """One instrument. Raises KeyError for an id nobody wrote down."""
    return instruments()[id]
