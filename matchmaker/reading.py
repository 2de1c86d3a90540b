"""Files of people: CSV in UTF-8 with a header, one row a person, many values separated by semicolons."""

import csv
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from matchmaker import cells
from matchmaker.cohort import Cohort, Person
from matchmaker.refusal import Refusal, meant
from matchmaker.round import Flag
from matchmaker.rules import Rules

T = TypeVar("T")
FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class File:
    """One file of people: its rows as read, header row 1, so that row numbers are those a spreadsheet
    shows.
    """

    side: str
    path: Path
    header: tuple[str, ...]
    rows: tuple[dict[str, str], ...]

    def people(self, rules: Rules) -> list[Person]:
        """Return a person a row; capacity is 1 and arrival unknown where no column says otherwise."""
        identity = rules.column(self.side, "id") or "id"
        if identity not in self.header:
            raise Refusal(
                f'{self.path.name}, row 1: there is no column "{identity}" for the id.'
                f"{meant(identity, self.header)} Name it under [columns] id."
            )
        return [self._person(row, number, identity, rules) for number, row in enumerate(self.rows, 2)]

    def _person(self, row: dict[str, str], number: int, identity: str, rules: Rules) -> Person:
        name = row[identity].strip()
        if not name:
            raise Refusal(
                f'{self.path.name}, row {number}, column "{identity}": the id is empty; give each person one.'
            )
        arrived = self._read(row, number, rules.column(self.side, "arrived"), cells.moment)
        return Person(name, row, self._capacity(row, number, rules), arrived)

    def _capacity(self, row: dict[str, str], number: int, rules: Rules) -> int:
        """Return places: the people somebody would take, as far as their hours a month reach."""
        people = self._read(row, number, rules.column(self.side, "capacity"), cells.count)
        hours = self._read(row, number, rules.column(self.side, "monthly_hours"), cells.number)
        if hours is None:
            return 1 if people is None else people
        reach = int(max(0.0, hours) / rules.gates.monthly_hours_each)
        return reach if people is None else min(people, reach)

    def _read(
        self, row: dict[str, str], number: int, column: str | None, reader: Callable[[str], T | None]
    ) -> T | None:
        if column is None or column not in row:
            return None
        try:
            return reader(row[column])
        except cells.Unreadable as fault:
            raise Refusal(self.sentence(number, column, row[column], str(fault))) from fault

    def sentence(self, number: int, column: str, cell: str, advice: str) -> str:
        return f'{self.path.name}, row {number}, column "{column}": "{cell}" cannot be read; {advice}.'

    def faults(self, flag: Flag, rules: Rules) -> list[str]:
        """Return a sentence for every row that a flag means."""
        identity = rules.column(self.side, "id") or "id"
        meant_people = set(flag.people)
        return [
            self.sentence(number, flag.column, row.get(flag.column, ""), flag.advice)
            for number, row in enumerate(self.rows, 2)
            if row[identity].strip() in meant_people
        ]


def read_file(path: Path, side: str) -> File:
    """Read one CSV file; raises Refusal naming the file, the row and the mend."""
    with _opened(path) as text:
        lines = csv.reader(text, strict=True)
        header = tuple(name.strip() for name in next(lines, []))
        if not any(header):
            raise Refusal(f"{path.name}, row 1: the file is empty; its first row has to name the columns.")
        twice = next((name for name in header if name and header.count(name) > 1), None)
        if twice is not None:
            raise Refusal(f'{path.name}, row 1: the column "{twice}" stands there twice; rename one.')
        rows = tuple(_row(path, number, header, line) for number, line in enumerate(lines, 2) if any(line))
    return File(side, path, header, rows)


@contextmanager
def _opened(path: Path) -> Iterator[Iterator[str]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as text:
            yield text
    except FileNotFoundError as fault:
        raise Refusal(f"{path} is not there; check the name of the file.") from fault
    except IsADirectoryError as fault:
        raise Refusal(f"{path} is a folder; name the file in it.") from fault
    except PermissionError as fault:
        raise Refusal(f"{path} may not be read; ask whoever owns it.") from fault
    except UnicodeDecodeError as fault:
        raise Refusal(f"{path.name} is not UTF-8; save it again as CSV UTF-8.") from fault
    except csv.Error as fault:
        raise Refusal(f"{path.name} is not readable as CSV ({fault}); save it again as CSV UTF-8.") from fault


def _row(path: Path, number: int, header: tuple[str, ...], line: list[str]) -> dict[str, str]:
    if len(line) > len(header):
        raise Refusal(
            f'{path.name}, row {number}, column {len(header) + 1}: "{line[len(header)]}" stands past the last'
            f' column, "{header[-1]}"; put quotes around cells that hold a comma.'
        )
    return dict(zip(header, [*line, *[""] * (len(header) - len(line))], strict=True))


def read_rules(path: Path) -> Rules:
    """Read an R.toml."""
    with _opened(path) as text:
        try:
            return Rules.parse("".join(text))
        except Refusal as fault:
            raise Refusal(f"{path.name}: {fault}") from fault


def read_kept(path: Path) -> list[tuple[str, str]]:
    """Read pairs of an earlier round: the columns mentee and mentor, any others are passed over."""
    kept = read_file(path, "mentee")
    for column in ("mentee", "mentor"):
        if column not in kept.header:
            raise Refusal(
                f'{path.name}, row 1: there is no column "{column}"; kept pairs have mentee and mentor.'
            )
    return [(_plain(row["mentee"]), _plain(row["mentor"])) for row in kept.rows]


def _plain(cell: str) -> str:
    """Take the quote off again that pairs.csv puts before a cell that looks like a formula."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(FORMULA) else cell.strip()


def neutral(cell: str) -> str:
    """Return the cell so that no spreadsheet takes it for a formula."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell


def cohort_of(mentors: File, mentees: File, rules: Rules) -> Cohort:
    """Return the cohort of two files."""
    return Cohort(mentors=mentors.people(rules), mentees=mentees.people(rules))
