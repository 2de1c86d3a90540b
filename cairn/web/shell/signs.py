"""A small sign for each kind of reason on a card, so that three sentences are told apart at a glance."""

from collections.abc import Mapping
from typing import Any

from cairn.matching.wording import CardWords

USUAL = "sparkles"
SIGNS = {
    "skills": "sparkles",
    "hours": "calendar-check-2",
    "time": "calendar-check-2",
    "languages": "languages",
    "language": "languages",
    "goal": "message-circle",
    "waiting": "hourglass",
    "capacity": "armchair",
}


def with_signs(card: Mapping[str, Any], words: CardWords) -> list[tuple[str, str]]:
    """(icon, sentence) for each reason; the usual icon where a sentence was left unsaid."""
    codes = [reason.get("criterion", "") for reason in card.get("reasons", ())]
    if len(codes) != len(words.reasons):
        codes = [""] * len(words.reasons)
    return [(_sign(code), sentence) for code, sentence in zip(codes, words.reasons, strict=True)]


def _sign(criterion: str) -> str:
    return SIGNS.get(criterion, "heart-handshake" if criterion.startswith("q:") else USUAL)
