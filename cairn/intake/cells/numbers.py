"""Whole numbers, levels, capacities, moments, yes and no."""

import re
from datetime import UTC, datetime
from functools import lru_cache

from cairn.intake.cells.cleaning import says_nothing
from cairn.intake.cells.reading import Reading, fault

MOST_CAPACITY = 100
MOST_LEVEL = 1000

_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?")
_GROUPED = re.compile(r"\d{1,3}(?:[ '’.,]\d{3})+")
_NUMERALS = (
    "zero null zéro cero", "one eins ein eine einen un une uno", "two zwei deux dos", "three drei trois tres",
    "four vier quatre cuatro", "five fünf cinq cinco", "six sechs seis", "seven sieben sept siete",
    "eight acht huit ocho", "nine neun neuf nueve", "ten zehn dix diez",
)  # fmt: skip
_WORDS = {word: number for number, words in enumerate(_NUMERALS) for word in words.split()}
_YES = frozenset(
    [
        "yes",
        "y",
        "true",
        "1",
        "x",
        "✓",
        "✔",
        "ja",
        "j",
        "wahr",
        "oui",
        "o",
        "vrai",
        "sí",
        "si",
        "s",
        "verdadero",
        "ok",
    ]
)
_NO = frozenset(["no", "n", "false", "0", "nein", "falsch", "non", "faux", "not", "nie"])
_ORDERS = (
    "%Y-%m-%d", "%Y-%m-%d %H:%M", "%Y-%m-%d %H:%M:%S", "%d.%m.%Y", "%d.%m.%Y %H:%M", "%d.%m.%Y %H:%M:%S",
    "%d.%m.%y",
    "%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y", "%Y/%m/%d", "%Y/%m/%d %H:%M:%S", "%Y/%m/%d %I:%M:%S %p",
)  # fmt: skip
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})(?:[ ,]+(\d{1,2}:\d{2})(?::\d{2})?)?")


def read_capacity(text: str) -> Reading:
    """How many partners at once, 0 to 100."""
    return _whole(text, code="capacity_unreadable", most=MOST_CAPACITY)


def read_level(text: str) -> Reading:
    """A level such as a school year; "9. Klasse" and "Year 9" are 9."""
    if says_nothing(text):
        return Reading(None)
    digits = _DIGITS.findall(text)
    if len(digits) == 1 and int(digits[0]) <= MOST_LEVEL and "-" + digits[0] not in text:
        return Reading(int(digits[0]))
    return _whole(text, code="level_unreadable", most=MOST_LEVEL)


@lru_cache(maxsize=20_000)
def _whole(text: str, *, code: str, most: int) -> Reading:
    said = text.strip().lower().removesuffix(".0")
    if says_nothing(said):
        return Reading(None)
    if said.isascii() and said.isdigit() and int(said[:9]) <= most and len(said) < 10:  # noqa: PLR2004 - no giants
        return Reading(int(said))
    if said in _WORDS:
        return Reading(_WORDS[said])
    digits = _DIGITS.findall(said)
    offer = digits[-1].lstrip("0") or "0" if digits and "-" + digits[-1] not in said.replace(" ", "") else ""
    # Four digits are a year or a number of staff, and nothing to offer.
    return fault(code, text, offer if offer and len(offer) < 4 and int(offer) <= most else "")  # noqa: PLR2004


@lru_cache(maxsize=50_000)
def read_number(text: str) -> Reading:
    """A number with a point or a comma; a unit behind it is offered to be left out."""
    if says_nothing(text):
        return Reading(None)
    said = text.strip()
    if _GROUPED.fullmatch(said) and not re.fullmatch(r"\d{1,3}[.,]\d{3}", said):
        return Reading(float(re.sub(r"\D", "", said)))
    if _NUMBER.fullmatch(said):
        number = float(said.replace(",", "."))
        return Reading(int(number) if number.is_integer() else number)
    found = _NUMBER.findall(said)
    return fault("number_unreadable", text, found[0] if len(found) == 1 else "")


def read_yes(text: str) -> Reading:
    """Yes or no, in four languages."""
    if says_nothing(text):
        return Reading(None)
    said = text.strip().lower()
    if said in _YES or said in _NO:
        return Reading(said in _YES)
    return fault("yes_unreadable", text)


@lru_cache(maxsize=50_000)
def read_moment(text: str) -> Reading:
    """A day or moment; without a zone it is UTC. "03/04/2026" could be two days, so it gets an offer."""
    if says_nothing(text):
        return Reading(None)
    said = text.strip()
    moment = _iso(said) or _written(said)
    if moment:
        return Reading(moment if moment.tzinfo else moment.replace(tzinfo=UTC))
    slashed = _SLASHED.fullmatch(said)
    return fault("moment_unreadable", text, _unslashed(slashed) if slashed else "")


def _iso(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def _written(text: str) -> datetime | None:
    for order in _ORDERS:
        try:
            return datetime.strptime(text, order).replace(tzinfo=UTC)
        except ValueError:
            continue
    return None


def _unslashed(slashed: "re.Match[str]") -> str:
    first, second, year, hour = int(slashed[1]), int(slashed[2]), int(slashed[3]), slashed[4]
    day, month = (first, second) if second <= 12 else (second, first)  # noqa: PLR2004 - months
    try:
        offered = datetime(year, month, day, tzinfo=UTC).date().isoformat()
    except ValueError:
        return ""
    return f"{offered} {hour:0>5}" if hour else offered
