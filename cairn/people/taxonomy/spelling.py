"""One spelling for searching: what two people may type differently and mean the same."""

import re
from functools import lru_cache

from cairn.kernel.text import fold

_SIGNS = re.compile(r"[^\w+#]+")
_LEADING = re.compile(r"^(?:use|using|knowledge of|skills? in|learning|ms|microsoft) ")
_TRAILING = re.compile(r" (?:skills?|software|programming|basics|advanced|beginner|grundlagen|kenntnisse)$")


@lru_cache(maxsize=50_000)
def key(text: str) -> str:
    """Folded, signs to blanks (but "C++" and "C#" keep theirs): "Node.JS " → "node js"."""
    return _SIGNS.sub(" ", fold(text).replace("_", " ").replace("&", " and ")).strip()


def squash(spelt: str) -> str:
    """A key without its blanks: "power point" and "powerpoint" are one."""
    return spelt.replace(" ", "")


def plainer(spelt: str) -> list[str]:
    """Keys without the words people put around a skill: "excel skills" → "excel"."""
    shorter = {_LEADING.sub("", spelt), _TRAILING.sub("", spelt), _TRAILING.sub("", _LEADING.sub("", spelt))}
    return sorted(shorter - {spelt, ""}, key=len, reverse=True)


def near(squashed: str) -> set[str]:
    """Every text one slip away: a sign left out, added, swapped or mistyped (P. Norvig's edits)."""
    letters = "abcdefghijklmnopqrstuvwxyz0123456789+#"
    cuts = [(squashed[:at], squashed[at:]) for at in range(len(squashed) + 1)]
    left_out = {head + letter + tail for head, tail in cuts for letter in letters}
    too_many = {head + tail[1:] for head, tail in cuts if tail}
    swapped = {head + tail[1] + tail[0] + tail[2:] for head, tail in cuts if len(tail) > 1}
    mistyped = {head + letter + tail[1:] for head, tail in cuts if tail for letter in letters}
    return left_out | too_many | swapped | mistyped
