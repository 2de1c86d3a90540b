"""Text of people and for people, in any script: searching, shortening, and keeping it harmless elsewhere."""

import re
import unicodedata

from django.utils.translation import get_language_bidi

_ISOLATE, _END_OF_ISOLATE = "\u2068", "\u2069"
_RIGHT_TO_LEFT = frozenset({"R", "AL"})
# Characters that steer direction; inside a header or a cell they only serve to deceive.
_STEERING = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0xFEFF))
_FORMULA_STARTS = tuple("=+-@\t\r\n＝＋－＠")  # spreadsheets read the full-width signs too
_PLAIN_NUMBER = re.compile(r"[+-]?\d+([.,]\d+)?%?")
_TITLES = frozenset({
    "dr", "dra", "prof", "professor", "professora", "mr", "mrs", "ms", "mx", "miss", "sir", "dame",
    "herr", "frau", "sr", "sra", "mme", "m", "mlle", "ing", "dipl-ing", "phd",
})  # fmt: skip
# First words nobody is called by: "Abd al-Rahman", "van Dijk". Vietnamese family names stand first, and
# calling somebody "Nguyễn" would be calling them "Smith".
_NOT_ALONE = frozenset({
    "abd", "abdul", "abdel", "abu", "umm", "bin", "ibn", "bint", "al", "el", "de", "da", "di", "do",
    "la", "le", "lo", "van", "von", "der", "den", "ter", "st", "ste", "san", "mac", "mc", "o", "nguyen",
    "tran", "pham", "huynh", "hoang", "phan", "vu", "vo", "dang", "bui", "ho", "ngo", "duong", "ly",
})  # fmt: skip
# Scripts in which a name is written as a whole and its first sign is the family's.
_WHOLE = ("CJK ", "HANGUL ", "HIRAGANA ", "KATAKANA ")


def fold(text: str) -> str:
    """The text as a search compares it: no case, no accents, no width, single blanks.

    "Zoë  MÜLLER" and "zoe muller" fold to the same. Marks go from Latin, Greek and Cyrillic letters only; in
    other scripts (the vowel signs of Devanagari, say) they are part of the word.
    """
    spread = unicodedata.normalize("NFKD", text).casefold()
    kept = []
    base = ""
    for char in spread:
        if not unicodedata.combining(char):
            base = char
        elif _is_european(base):
            continue
        kept.append(char)
    return " ".join(unicodedata.normalize("NFC", "".join(kept)).translate(_STEERING).split())


def _is_european(char: str) -> bool:
    return unicodedata.name(char, "").startswith(("LATIN ", "GREEK ", "CYRILLIC "))


def initials(name: str) -> str:
    """One or two signs for a stone: first letters of the first and the last word, the first sign of a whole
    name.

    A letter keeps the marks that belong to it, so "हिन्दी" begins with "हि". Empty for a name without
    letters.
    """
    words = [word for word in map(_first_sign, _spoken_words(name)) if word]
    if not words:
        return ""
    if len(words) == 1 or _is_whole(words[0]):
        return words[0]
    return words[0] + words[-1]


def _spoken_words(name: str) -> list[str]:
    """The words of a name without its titles, unless there is nothing else."""
    words = name.translate(_STEERING).split()
    while len(words) > 1 and fold(words[0]).rstrip(".") in _TITLES:
        words = words[1:]
    return words


def _first_sign(word: str) -> str:
    """The first letter or digit with everything that combines with it."""
    for start, char in enumerate(word):
        if unicodedata.category(char)[0] in "LN":
            end = start + 1
            while end < len(word) and unicodedata.category(word[end])[0] == "M":
                end += 1
            return unicodedata.normalize("NFC", word[start:end]).upper()
    return ""


def _is_whole(text: str) -> bool:
    return any(unicodedata.name(char, "").startswith(_WHOLE) for char in text)


def first_name_of(name: str) -> str:
    """What to call somebody in a sentence: the first word where that is surely theirs, else the whole name.

    Names are one field, and nobody can know which part of any name is given; calling somebody by their whole
    name is never wrong, calling them by half of it can be.
    """
    words = _spoken_words(name)
    whole = " ".join(words)
    if len(words) < 2 or _is_whole(whole):  # noqa: PLR2004 - one word is the whole name
        return whole
    first = fold(words[0]).rstrip(".").replace("đ", "d")
    if len(first) < 2 or "." in words[0] or words[0].endswith(",") or first in _NOT_ALONE:  # noqa: PLR2004 - an initial
        return whole
    return words[0]


def isolated(name: str) -> str:
    """The name as it may stand in a sentence of the other writing direction, without carrying its neighbours
    along: "דנה and عمر" keeps its order.

    Wrapped in Unicode's isolates (UAX 9) where the directions differ, and untouched otherwise.
    """
    directions = {unicodedata.bidirectional(char) for char in name}
    other_way = "L" in directions if get_language_bidi() else bool(directions & _RIGHT_TO_LEFT)
    return f"{_ISOLATE}{name}{_END_OF_ISOLATE}" if other_way else name


def single_line(text: str, *, most: int = 200) -> str:
    """The text on one line, for a header, a subject or a file name: no breaks, no control or steering
    characters.

    `most` counts characters; a longer text ends in "…".
    """
    flat = "".join(" " if unicodedata.category(char) in {"Cc", "Zl", "Zp"} else char for char in text)
    line = " ".join(flat.translate(_STEERING).encode("utf-8", "ignore").decode().split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def safe_cell(value: object) -> object:
    """The value as a cell of an export: what a spreadsheet would run as a formula becomes text.

    Numbers stay numbers, also written ones such as "-5" or "+3.5%".
    """
    if not isinstance(value, str) or not value.lstrip(" ").startswith(_FORMULA_STARTS):
        return value
    return value if _PLAIN_NUMBER.fullmatch(value.strip()) else "'" + value
