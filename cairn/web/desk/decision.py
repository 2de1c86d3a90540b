"""A decision: something that waits for a coordinator, why, and the one thing to do."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Decision:
    """One card: an icon, what waits, a word about it, the act and where it is done."""

    icon: str
    title: str
    words: str
    act: str
    address: str
    chip: str = ""
