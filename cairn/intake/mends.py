"""What a coordinator has mended on the page, beside the file: it is applied each time the file is read."""

from dataclasses import dataclass, field
from typing import Any

from cairn.intake.column import SHARED


@dataclass(slots=True)
class Mends:
    """`cells` are new texts by row and column; `offers` new texts by meaning and the piece they stand for
    ("Lagos" → "Africa/Lagos" wherever it stands in a zone column); `joined` rows by the row they join;
    `left_out` rows that are not brought in.
    """

    cells: dict[tuple[int, int], str] = field(default_factory=dict)
    offers: dict[tuple[str, str], str] = field(default_factory=dict)
    joined: dict[int, int] = field(default_factory=dict)
    left_out: set[int] = field(default_factory=set)

    def as_json(self) -> dict[str, Any]:
        """As the upload keeps it, sealed."""
        return {
            "cells": [[*place, text] for place, text in self.cells.items()],
            "offers": [[*place, text] for place, text in self.offers.items()],
            "joined": [list(pair) for pair in self.joined.items()],
            "left_out": sorted(self.left_out),
        }

    @classmethod
    def from_json(cls, kept: dict[str, Any] | None) -> "Mends":
        """From the upload."""
        kept = kept or {}
        return cls(
            cells={(row, column): text for row, column, text in kept.get("cells", ())},
            offers={(meaning, part): text for meaning, part, text in kept.get("offers", ())},
            joined=dict(kept.get("joined", ())),
            left_out=set(kept.get("left_out", ())),
        )

    def mended(self, cell: str, *, row: int, column: int) -> str:
        """The cell as it stands now."""
        return self.cells.get((row, column), cell)

    def taken(self, meaning: str, text: str) -> str:
        """The text with the pieces replaced that a coordinator said yes to."""
        if not self.offers or not text:
            return text
        whole = self.offers.get((meaning, text))
        if whole is not None:
            return whole
        if meaning not in SHARED:
            return text
        for (of, part), offer in self.offers.items():
            if of == meaning and part in text:
                text = _replaced(text, part, offer)
        return text


def _replaced(text: str, part: str, offer: str) -> str:
    """The piece replaced where it stands as a whole between signs, never inside another word."""
    at = text.find(part)
    while at >= 0:
        before, after = text[at - 1 : at] if at else "", text[at + len(part) :][:1]
        if not before.isalnum() and not after.isalnum():
            return text[:at] + offer + text[at + len(part) :]
        at = text.find(part, at + 1)
    return text
