"""What is taken out of every cell before anybody reads it, and which cells say "nothing"."""

import re
import unicodedata
from functools import lru_cache

from cairn.kernel.text import fold

_BLANKS = re.compile(r"[^\S\n]+")
_NOTHING = frozenset(
    [
        "-",
        "–",
        "—",
        ".",
        "..",
        "...",
        "/",
        "n/a",
        "na",
        "n.a.",
        "none",
        "null",
        "nil",
        "keine",
        "keiner",
        "keins",
        "kein",
        "k.a.",
        "ka",
        "ninguno",
        "ninguna",
        "aucun",
        "aucune",
        "néant",
        "unknown",
        "unbekannt",
        "inconnu",
        "desconocido",
        "#n/a",
        "#ref!",
        "#value!",
        "#null!",
        "?",
        "??",
    ]
)
# Marks that steer direction across a cell's end; marks inside a script (ZWNJ, ZWJ, LRM) belong to names
# and stay.
_STEERING = frozenset(chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF))

#: Longer cells are faults: no column here holds an essay.
MOST_SIGNS = 4000


@lru_cache(maxsize=200_000)
def clean(text: str) -> str:
    """One form of Unicode (NFC), no control or steering characters, single blanks, line breaks kept."""
    if text.isascii() and text.isprintable():
        return _BLANKS.sub(" ", text).strip()
    kept = "".join(_harmless(char) for char in unicodedata.normalize("NFC", text.replace("\r\n", "\n")))
    return _BLANKS.sub(" ", kept).strip()


@lru_cache(maxsize=200_000)
def folded(text: str) -> str:
    """`fold`, remembered: an import compares each name and each option many times."""
    return fold(text)


def _harmless(char: str) -> str:
    if char in "\n\t":
        return char
    if char in _STEERING or unicodedata.category(char) in {"Cc", "Cs", "Co", "Cn"}:
        return ""
    return char


def says_nothing(text: str) -> bool:
    """Whether a cell only says that there is nothing to say. Never asked of names: people are called Null."""
    return not text or text.casefold() in _NOTHING


def is_formula(text: str) -> bool:
    """Whether a spreadsheet would run this cell. A minus or plus before a number is a number."""
    return text.startswith(("=", "@")) or (text[:1] in "+-" and "(" in text and not text[1:2].isdigit())


_LIST = re.compile(r"[;|\n]")
_COMMA = re.compile(r"[;|\n,]")


def parts(text: str, *, comma: bool) -> list[str]:
    """The values of a cell with many; a comma parts them only in columns that use no stronger sign."""
    pieces = (_COMMA if comma else _LIST).split(text)
    return [piece for piece in (piece.strip(" \t•*·") for piece in pieces) if piece]
