"""Engine cards as codes that can be kept, sent and said in any language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from matchmaker import Card, Reason


def card_of(card: Card) -> dict[str, Any]:
    """Strength, three reasons, one difference, the first question, and of what the fit is made up:
    (criterion, worth 0–1, weight) of each criterion that counted.
    """
    return {
        "strength": card.strength,
        "reasons": [code_of(reason) for reason in card.reasons],
        "difference": code_of(card.difference),
        "question": code_of(card.question),
        "parts": [[each.criterion, round(each.worth, 3), each.weight] for each in card.parts],
    }


def code_of(reason: Reason) -> dict[str, Any]:
    """One reason: its criterion, its code and plain values."""
    return {
        "criterion": reason.criterion,
        "code": reason.code,
        "values": {name: _plain(value) for name, value in reason.values.items()},
    }


def _plain(value: Any) -> Any:
    if isinstance(value, list | tuple | set | frozenset):
        return [_plain(each) for each in value]
    return value.item() if hasattr(value, "item") else value
