"""Skills as people list them: "Maths[1-6];Music", "Excel!, public speaking"."""

import re
from functools import lru_cache
from typing import NamedTuple

from cairn.intake.cells.cleaning import is_formula, parts, says_nothing
from cairn.intake.cells.reading import Reading, Snag
from cairn.people.own_skill import PREFIX, own_code
from cairn.people.taxonomy import taxonomy

MOST_LABEL = 120
MOST_CLAIMS = 60

_CLAIM = re.compile(
    r"(?P<label>[^\[\]]+?)\s*(?P<early>!)?\s*"
    r"(?:\[\s*(?P<low>\d{1,3})\s*(?:(?:-|–|to|bis)\s*(?P<high>\d{1,3})\s*)?\])?\s*(?P<late>!)?"
)


class Claimed(NamedTuple):
    """One skill as it stood in a cell. `label` is the person's own spelling."""

    code: str
    label: str
    low: int | None
    high: int | None
    must: bool


@lru_cache(maxsize=100_000)
def read_claims(text: str, *, comma: bool) -> Reading:
    """A list of Claimed, each skill once; words that no taxonomy knows become own words, with a note where
    they look like a slip of the finger.
    """
    if says_nothing(text):
        return Reading(None)
    claims: dict[str, Claimed] = {}
    snags: list[Snag] = []
    for piece in _pieces(text, comma=comma):
        found = _read_claim(piece)
        if isinstance(found, Snag):
            snags.append(found)
            continue
        claims.setdefault(found.code, found)
        if found.code.startswith(PREFIX) and _slipped(found.label):
            snags.append(Snag("skill_slip", found.label, _slipped(found.label), is_note=True))
    if len(claims) > MOST_CLAIMS:
        snags.append(Snag("skills_many", text[:60] + "…"))
    return Reading(list(claims.values()), tuple(snags))


def _pieces(text: str, *, comma: bool) -> list[str]:
    """The skills of a cell. In a column of semicolons somebody may still write "Python, SQL": two known
    skills.
    """
    pieces = []
    for piece in parts(text, comma=comma):
        smaller = parts(piece, comma=True)
        is_list = len(smaller) > 1 and not _known(piece) and all(map(_known, smaller))
        pieces += smaller if is_list else [piece]
    return pieces


def _known(piece: str) -> bool:
    match = _CLAIM.fullmatch(piece)
    return match is not None and not _code(match["label"]).startswith(PREFIX)


@lru_cache(maxsize=50_000)
def _read_claim(piece: str) -> Claimed | Snag:
    match = _CLAIM.fullmatch(piece)
    if not match or is_formula(piece):
        return Snag("formula" if is_formula(piece) else "skill_unreadable", piece)
    label = " ".join(match["label"].split())
    low = int(match["low"]) if match["low"] else None
    high = int(match["high"]) if match["high"] else low
    must = bool(match["early"] or match["late"])
    if low is not None and high is not None and low > high:
        return Snag("skill_levels", piece, f"{label}[{high}-{low}]" + "!" * must)
    if len(label) > MOST_LABEL:
        return Snag("too_long", label[:60] + "…")
    code = _code(label)
    return Claimed(code, label, low, high, must) if code != PREFIX else Snag("skill_unreadable", piece)


@lru_cache(maxsize=50_000)
def _code(label: str) -> str:
    skill = taxonomy.skills().find(label)
    return skill.code if skill else own_code(label)


@lru_cache(maxsize=50_000)
def _slipped(label: str) -> str:
    near = taxonomy.skills().nearest(label)
    return near.label if near else ""
