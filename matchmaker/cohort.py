"""Who is to be matched: people as rows of cells, and what is known about them beside the rows.

A person may stand in several rows with the same id (asking twice, offering twice); each row has its own
arrival and its own capacity, and a pair of ids is never made twice.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Person:
    """One row of mentors or mentees: cells are text, exactly as a CSV file would hold them, by column
    name.
    """

    id: str
    cells: Mapping[str, str] = field(default_factory=dict)
    capacity: int = 1
    arrived: datetime | None = None


class Taxonomy(Protocol):
    """What the engine asks of a skill taxonomy. Codes are any text; `None` means unknown, never an error."""

    def find(self, text: str) -> str | None:
        """Return the code of a written skill ("MS Excel"), or None."""

    def parent(self, code: str) -> str | None:
        """Return the code one step broader, or None at the top."""

    def label(self, code: str) -> str:
        """Return the words a person reads."""


@dataclass(frozen=True)
class Cohort:
    """Mentors and mentees of one round.

    `meanings` maps a whole free text to its vector (any length, the same for all); `excluded` holds
    (mentee id, mentor id) pairs that may never meet; `reports_to` maps a person id to their manager's id;
    `labels` maps codes in cells to words.
    """

    mentors: Sequence[Person]
    mentees: Sequence[Person]
    taxonomy: Taxonomy | None = None
    meanings: Mapping[str, NDArray[np.float32]] | None = None
    excluded: frozenset[tuple[str, str]] = frozenset()
    reports_to: Mapping[str, str] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)
