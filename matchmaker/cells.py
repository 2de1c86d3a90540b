"""Reading single cells. Every reader returns None for an empty cell and raises Unreadable for one it
cannot read.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime

TRUE = frozenset({"yes", "y", "true", "1", "done", "x", "ja", "oui", "si", "sí", "complete", "completed"})
FALSE = frozenset({"no", "n", "false", "0", "not done", "nein", "non", "open"})
SKILL = re.compile(
    r"^(?P<name>[^\[\]]+?)\s*(?:\[\s*(?P<low>\d+)\s*(?:-\s*(?P<high>\d+)\s*)?\])?\s*(?P<must>!)?$"
)
QUARTER_TURN = 90
NUMBER = re.compile(r"[-+]?\d+(?:[.,]\d+)?")


class Unreadable(ValueError):
    """A cell that says something we cannot read; the text is the advice that follows it."""


@dataclass(frozen=True)
class WrittenSkill:
    """A skill as written: a name, perhaps a level range (inclusive), perhaps a must."""

    name: str
    low: int | None = None
    high: int | None = None
    must: bool = False


def fold(text: str) -> str:
    """Return a form in which the same word written differently is the same: NFKC, case folded, single
    spaces.
    """
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def many(cell: str) -> list[str]:
    """Return the values of a cell that holds several, separated by semicolons; order kept, doubles
    dropped.
    """
    return list(dict.fromkeys(value.strip() for value in cell.split(";") if value.strip()))


def skills(cell: str) -> list[WrittenSkill] | None:
    """Read `Maths[1-6];Music` or `Maths!;Chemistry`."""
    return [_skill(value) for value in many(cell)] or None


def _skill(value: str) -> WrittenSkill:
    found = SKILL.match(value)
    if found is None:
        raise Unreadable('write a skill like "Maths", "Maths[1-6]" or "Maths!"')
    low = int(found["low"]) if found["low"] else None
    high = int(found["high"]) if found["high"] else low
    if low is not None and high is not None and low > high:
        raise Unreadable("write the lower level first, like [1-6]")
    return WrittenSkill(found["name"].strip(), low, high, found["must"] is not None)


def number(cell: str) -> float | None:
    """Read a number; words around exactly one number are allowed ("9. Klasse"), two numbers are not."""
    if not cell.strip():
        return None
    found = NUMBER.findall(cell)
    if len(found) != 1:
        raise Unreadable('write one number, like "12"')
    return float(found[0].replace(",", "."))


def count(cell: str) -> int | None:
    """Read a whole number from 0 on."""
    if not cell.strip():
        return None
    if not re.fullmatch(r"\s*\d{1,6}(?:\.0+)?\s*", cell):
        raise Unreadable('write a whole number, like "2"')
    return int(float(cell))


def truth(cell: str) -> bool | None:
    """Read yes or no; a date counts as done."""
    said = fold(cell)
    if not said:
        return None
    if said in TRUE or re.fullmatch(r"\d{4}-\d{2}-\d{2}.*", said):
        return True
    if said in FALSE:
        return False
    raise Unreadable('write "yes" or "no"')


def moment(cell: str) -> datetime | None:
    """Read an ISO time; one without a zone is taken as UTC, so that differences are never off by a change
    of clocks.
    """
    if not cell.strip():
        return None
    try:
        read = datetime.fromisoformat(cell.strip())
    except ValueError as fault:
        raise Unreadable('write a time like "2026-03-01" or "2026-03-01T09:30"') from fault
    return read.replace(tzinfo=UTC) if read.tzinfo is None else read.astimezone(UTC)


def place(cell: str) -> tuple[float, float] | tuple[str, ...] | None:
    """Read `52.52, 13.40` as latitude and longitude, or `Germany/Berlin/Mitte` as a path from wide to
    narrow.
    """
    if not cell.strip():
        return None
    parts = [part.strip() for part in cell.split(",")]
    if parts[1:] and not parts[2:] and all(re.fullmatch(r"[-+]?\d+(?:\.\d+)?", part) for part in parts):
        latitude, longitude = float(parts[0]), float(parts[1])
        if abs(latitude) > QUARTER_TURN or abs(longitude) > 2 * QUARTER_TURN:
            raise Unreadable('write latitude before longitude, like "52.52, 13.40"')
        return latitude, longitude
    return tuple(fold(part) for part in cell.split("/") if part.strip())
