"""One side of the cohort in canonical order, read column by column; what is empty or unreadable is noted,
never guessed.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, TypeVar

from matchmaker.cells import Unreadable
from matchmaker.cohort import Cohort, Person
from matchmaker.refusal import Refusal, meant
from matchmaker.round import Flag
from matchmaker.rules import Rules

T = TypeVar("T")
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Flags:
    """Things to look at, gathered while cells are read; each (code, side, column) names its people once."""

    def __init__(self) -> None:
        self._people: dict[tuple[str, str, str], dict[str, None]] = {}
        self._sample: dict[tuple[str, str, str], tuple[str, str]] = {}

    def note(
        self, code: str, side: str, column: str, *, person: str = "", sample: str = "", advice: str = ""
    ) -> None:
        key = (code, side, column)
        self._sample.setdefault(key, (sample, advice))
        self._people.setdefault(key, {}).update({person: None} if person else {})

    def take(self, other: "Flags") -> None:
        """Take over what was noted while the same cells were read before."""
        for flag in other.all():
            for person in flag.people or ("",):
                self.note(
                    flag.code, flag.side, flag.column, person=person, sample=flag.sample, advice=flag.advice
                )

    def all(self) -> tuple[Flag, ...]:
        return tuple(
            Flag(*key, tuple(people), *self._sample[key]) for key, people in sorted(self._people.items())
        )


@dataclass
class Sheet:
    """People of one side, sorted by id, arrival and cells, so that the order of input rows cannot matter."""

    side: str
    people: list[Person]
    flags: Flags
    columns: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, side: str, people: Iterable[Person], flags: Flags) -> "Sheet":
        ordered = sorted(
            people, key=lambda one: (one.id, one.arrived or EPOCH, sorted(one.cells.items()), one.capacity)
        )
        return cls(side, ordered, flags, {column for one in ordered for column in one.cells})

    def __len__(self) -> int:
        return len(self.people)

    @property
    def ids(self) -> list[str]:
        return [person.id for person in self.people]

    def has(self, column: str | None) -> bool:
        return column is not None and column in self.columns

    def read(self, column: str, reader: Callable[[str], T | None], *, for_what: str) -> list[T | None]:
        """Return one value a person, None where the cell is empty or unreadable; both are flagged."""
        if self.people and column not in self.columns:
            known = ", ".join(sorted(self.columns)) or "none"
            raise Refusal(
                f'{self.side.capitalize()}s have no column "{column}", which {for_what} needs.'
                f"{meant(column, self.columns) or f' Their columns are: {known}.'}"
            )
        return [self._one(person, column, reader) for person in self.people]

    def _one(self, person: Person, column: str, reader: Callable[[str], T | None]) -> T | None:
        cell = person.cells.get(column, "")
        try:
            value = reader(cell)
        except Unreadable as fault:
            self.flags.note("unreadable", self.side, column, person=person.id, sample=cell, advice=str(fault))
            return None
        if value is None:
            self.flags.note("empty", self.side, column, person=person.id)
        return value


@dataclass
class Setting:
    """All a criterion or a gate may know while it encodes itself. `spelled` collects words for folded
    codes.
    """

    cohort: Cohort
    rules: Rules
    mentors: Sheet
    mentees: Sheet
    as_of: datetime | None
    spelled: dict[str, str]
    shared: dict[tuple[str, ...], Any] = field(default_factory=dict)

    def sheet(self, side: str) -> Sheet:
        return self.mentors if side == "mentor" else self.mentees

    def label(self, code: str, written: str) -> None:
        """Remember how a folded code was written first."""
        self.spelled.setdefault(code, written)


def positions(sheet: Sheet) -> dict[str, list[int]]:
    """Return the rows of each id."""
    found: dict[str, list[int]] = {}
    for row, person in enumerate(sheet.people):
        found.setdefault(person.id, []).append(row)
    return found
