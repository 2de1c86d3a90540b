"""What the engine says when it cannot go on: one kind sentence that names the place and the mend."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any


class Refusal(ValueError):
    """Rules or cells that cannot be used; `str(refusal)` is the sentence for a person."""


def meant(word: str, known: Iterable[str]) -> str:
    """Return ' Did you mean "…"?' when something known lies near, else an empty text."""
    near = get_close_matches(word, list(known), n=1)
    return f' Did you mean "{near[0]}"?' if near else ""


def only(mapping: Mapping[str, Any], known: set[str] | frozenset[str], where: str) -> None:
    """Raise Refusal for a key that is not known."""
    for key in mapping:
        if key not in known:
            raise Refusal(f'"{key}" is not a setting of {where}.{meant(key, known)}')
