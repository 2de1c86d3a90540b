"""Languages, under their names in English, German, French, Spanish and their own, or as ISO codes."""

import csv
import re
from functools import cache
from pathlib import Path

from cairn.intake.cells.cleaning import parts, says_nothing
from cairn.intake.cells.reading import Reading, Snag
from cairn.people.taxonomy.spelling import key, near, squash

_DATA = Path(__file__).parents[1] / "data" / "languages.tsv"
_REMARK = re.compile(
    r"\s*(?:\(.*?\)|\[.*?\]|[:–-]\s*\w+.*$|\b[ABC][12]\b|\b(?:native|fluent|basic|fliessend|fließend|muttersprache|"
    r"intermediate|advanced|good|gut|courant|langue maternelle|nativo|fluido)\b)",
    re.IGNORECASE,
)
_AND = re.compile(r"\s+(?:and|und|et|y|e|&)\s+|\s*[/+&]\s*", re.IGNORECASE)
_REGION = re.compile(r"([a-z]{2,3})[-_][a-z]{2,4}", re.IGNORECASE)


@cache
def _names() -> dict[str, str]:
    with _DATA.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    names = {row["code"]: row["code"] for row in rows}
    for row in rows:
        for name in row["names"].split("|"):
            names.setdefault(squash(key(name)), row["code"])
    return names


def language(text: str) -> str | None:
    """The code of one language."""
    region = _REGION.fullmatch(text.strip())
    plain = region[1] if region else text
    names = _names()
    return names.get(squash(key(plain))) or names.get(squash(key(_REMARK.sub("", plain))))


def read_languages(text: str) -> Reading:
    """Codes in the order given, each once."""
    if says_nothing(text):
        return Reading(None)
    codes, snags = [], []
    for piece in parts(text, comma=True):
        for tongue in [piece] if language(piece) else _AND.split(piece):
            code = language(tongue)
            if code:
                codes.append(code)
            elif tongue.strip():
                snags.append(Snag("language_unknown", tongue.strip(), _nearest(tongue)))
    return Reading(list(dict.fromkeys(codes)), tuple(snags))


def _nearest(text: str) -> str:
    squashed = squash(key(text))
    if len(squashed) < 4:  # noqa: PLR2004 - short words are one slip from anything
        return ""
    names = _names()
    return next((name.capitalize() for name in sorted(near(squashed)) if name in names), "")
