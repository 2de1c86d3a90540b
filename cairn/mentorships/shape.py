"""What a format asks of a mentorship, read by the names every format has; none is known here by its id."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

#: How long a renewed mentorship goes on.
RENEWAL = timedelta(weeks=13)

_PLAIN = frozenset({"agreement", "goals", "journey", "closing", "health"})


@dataclass(frozen=True, slots=True)
class Shape:
    """The part of a format this room works with: rhythm and length in days and minutes, the term in weeks
    (none: it ends by itself), the meetings aimed at, the smallest group, both sides alike or not, its traits.
    """

    rhythm_days: int = 14
    minutes: int = 45
    term_weeks: int | None = 26
    meetings: int = 8
    smallest: int = 2
    alike: bool = False
    traits: frozenset[str] = field(default=_PLAIN)

    def last_day(self, begins: date) -> date | None:
        """When the term is over."""
        return begins + timedelta(weeks=self.term_weeks) if self.term_weeks else None


def shape_of(format: Any) -> Shape:
    """The shape of a format by its id."""
    del format
    return Shape()
