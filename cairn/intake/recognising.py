"""Recognising columns: by their headings in four languages, then by what stands in them."""

import csv
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path

from cairn.intake.cells.cleaning import folded, parts, says_nothing
from cairn.intake.cells.hours import read_hours
from cairn.intake.cells.personal import read_email
from cairn.intake.cells.places import read_zone
from cairn.intake.cells.tongues import language
from cairn.intake.column import IGNORE, SHARED, Column
from cairn.people.taxonomy import taxonomy
from cairn.people.taxonomy.spelling import key, squash

_DATA = Path(__file__).parent / "data" / "headings.tsv"
_ASIDE = re.compile(r"\(.*?\)|\[.*?\]|\*|:$")
_GENDERS = frozenset(
    [
        "f",
        "m",
        "w",
        "d",
        "x",
        "female",
        "male",
        "woman",
        "man",
        "women",
        "men",
        "nonbinary",
        "divers",
        "diverse",
        "other",
        "weiblich",
        "maennlich",
        "mannlich",
        "frau",
        "mann",
        "divers",
        "nichtbinar",
        "femme",
        "homme",
        "autre",
        "nonbinaire",
        "mujer",
        "hombre",
        "femenino",
        "masculino",
        "otro",
        "nobinario",
        "preferenottosay",
        "genderqueer",
        "genderfluid",
        "agender",
        "trans",
        "keineangabe",
    ]
)

#: Cells looked at in each column; more do not change the picture.
SAMPLE = 300
#: The share of cells that must agree before a column is recognised by its content.
SURE = 0.7
#: A column with at most so many different values asks people to choose.
MOST_OPTIONS = 40
LONG = 60
#: Lists of fewer people than this.
SHORT = 20


def recognise(
    headings: Sequence[str], rows: Sequence[Sequence[str]], *, side: str, questions: Mapping[str, str]
) -> list[Column]:
    """A column for each heading. `side` is "mentor" or "mentee"; `questions` are codes by label, already
    asked.
    """
    asked = {squash(key(label)): code for label, code in questions.items()}
    taken: set[str] = set()
    columns = []
    for index, heading in enumerate(headings):
        cells = [row[index] for row in rows[:SAMPLE] if index < len(row) and not says_nothing(row[index])]
        choice, how = _choice(heading, cells, side=side, asked=asked, taken=taken)
        taken.add(choice)
        columns.append(Column(index, heading, choice, how, comma=not _has_stronger_sign(cells)))
    return columns


def _choice(
    heading: str, cells: list[str], *, side: str, asked: Mapping[str, str], taken: set[str]
) -> tuple[str, str]:
    spelt = squash(key(_ASIDE.sub(" ", heading)))
    if spelt in asked:
        return f"question:known:{asked[spelt]}", "heading"
    by_heading = _by_heading(heading, side=side)
    if by_heading and by_heading not in taken and _could_be(by_heading, cells):
        return by_heading, "heading"
    by_content = _by_content(cells, side=side)
    if by_content:
        # A second column of addresses or of genders is nobody's question.
        return (
            (by_content, "content") if by_content not in taken or by_content in SHARED else (IGNORE, "none")
        )
    if not cells or not heading.strip() or by_heading == IGNORE:
        return IGNORE, "heading" if by_heading == IGNORE else "none"
    return _as_question(cells), "content"


@cache
def _headings() -> dict[str, str]:
    with _DATA.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {squash(key(words)): row["meaning"] for row in rows for words in row["words"].split("|")}


def _by_heading(heading: str, *, side: str) -> str:
    """The meaning of a heading, by its whole or by the longest known words in it."""
    known = _headings()
    words = key(_ASIDE.sub(" ", heading)).split()
    runs = [words[start:end] for start in range(len(words)) for end in range(start + 1, len(words) + 1)]
    longest = sorted(runs, key=len, reverse=True)
    names = [squash(key(heading)), *("".join(run) for run in longest if _says_most(run, of=words))]
    meaning = next((known[name] for name in names if name in known), "")
    if meaning == "skills":
        return "offered" if side == "mentor" else "wanted"
    return meaning


def _says_most(run: list[str], *, of: list[str]) -> bool:
    """Whether some words of a heading are enough to go by: half of them, or one that means little else."""
    return 2 * len(run) >= len(of) or sum(map(len, run)) >= 8  # noqa: PLR2004 - "availability", "fächer" do not hide


def _could_be(choice: str, cells: list[str]) -> bool:
    """Whether the cells do not contradict the heading: "Mentor" above addresses is not a name."""
    if choice == "name" and _share(cells, lambda cell: "@" in cell) > SURE:
        return False
    if choice == "zone":
        return not cells or _share(cells, _is_place) > 0.3  # noqa: PLR2004 - misspelt cities are cities
    if choice in {"capacity", "hours_a_month", "level", "group:age"}:
        # Numbers are often written out: "two", "senior".
        return not cells or _share(cells, lambda cell: any(map(str.isdigit, cell))) > 0.3  # noqa: PLR2004
    return True


def _by_content(cells: list[str], *, side: str) -> str:
    if not cells:
        return ""
    tests: tuple[tuple[str, Callable[[str], bool]], ...] = (
        ("email", lambda cell: bool(read_email(cell).value)),
        ("group:gender", lambda cell: squash(key(cell)) in _GENDERS),
        ("zone", lambda cell: bool(read_zone(cell).value)),
        ("hours", lambda cell: any(map(str.isdigit, cell)) and bool(read_hours(cell).value)),
        ("languages", lambda cell: all(len(part) > 3 and language(part) for part in parts(cell, comma=True))),  # noqa: PLR2004 - "HR", "IT"
        ("offered" if side == "mentor" else "wanted", _are_skills),
    )
    return next((choice for choice, test in tests if _share(cells, test) >= SURE), "")


def _as_question(cells: list[str]) -> str:
    """An unknown column asks something of the programme's own; long or all-different words are left out."""
    if _share(cells, _is_number) >= SURE:
        return "question:new:number"
    comma = not _has_stronger_sign(cells)
    values = Counter(value for cell in cells for value in parts(cell, comma=comma))
    several = sum(len(parts(cell, comma=comma)) > 1 for cell in cells) / len(cells)
    if several > 0.1 and 2 * len(values) < sum(values.values()):  # noqa: PLR2004 - values that come again
        return "question:new:choices"
    different = len(set(map(folded, cells)))
    # In a short list even a question of five answers has hardly any answer twice.
    few = max(2, len(cells) * 7 // 10 if len(cells) < SHORT else len(cells) // 2)
    return (
        "question:new:choice"
        if different <= min(few, MOST_OPTIONS) and max(map(len, cells)) <= LONG
        else IGNORE
    )


def _share(cells: list[str], test: Callable[[str], bool]) -> float:
    return sum(map(test, cells)) / len(cells) if cells else 0.0


def _is_place(cell: str) -> bool:
    reading = read_zone(cell)
    return bool(reading.value) or any(snag.offer for snag in reading.snags)


def _are_skills(cell: str) -> bool:
    """Whether a cell lists two skills or more that the taxonomy knows."""
    pieces = parts(cell, comma=True)
    return len(pieces) > 1 and sum(taxonomy.skills().find(piece) is not None for piece in pieces) * 2 > len(
        pieces
    )


def _is_number(cell: str) -> bool:
    return cell.strip().lstrip("+-").replace(",", ".").replace(".", "", 1).isdigit()


def _has_stronger_sign(cells: list[str]) -> bool:
    return any(sign in cell for cell in cells for sign in ";|\n")
