"""A cohort on the board: places, pairs set by hand, pairs ruled out, and the scores of what is left to
choose.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from matchmaker.refusal import Refusal
from matchmaker.round import Choices
from matchmaker.scoring import Scoring
from matchmaker.sheet import positions
from matchmaker.solving.edges import Edges
from matchmaker.solving.lists import best_lists
from matchmaker.solving.reserve import reserve

HEAVIEST = 1e6
Rows = tuple[tuple[int, int], ...]


@dataclass(frozen=True, eq=False)
class Board:
    """What stands before solving: places left, pairs set by hand, pairs ruled out, pairs of the last round
    (row, column).
    """

    scoring: Scoring
    weights: NDArray[np.float32]
    capacity: NDArray[np.int32]
    locked: Rows
    forbidden: Rows
    kept: Rows
    instead: Mapping[int, NDArray[np.float32]] = field(default_factory=dict)

    def scores(self, low: int, high: int) -> NDArray[np.float32]:
        """Return fits of a block; -inf where a gate, the minimum fit or a hand forbids the pair."""
        fits = self.scoring.fits(low, high, self.weights)
        for i, row in self.instead.items():
            if low <= i < high:
                fits[i - low] = row
        least = self.scoring.setting.rules.wishes.minimum_fit
        if least > 0:
            fits[fits < np.float32(least)] = -np.inf
        for i, _ in self.locked:
            if low <= i < high:
                fits[i - low] = -np.inf
        for i, j in self.forbidden:
            if low <= i < high:
                fits[i - low, j] = -np.inf
        return fits

    def edges(self) -> Edges:
        """Return every allowed pair of a small cohort, the best lists of a big one."""
        if not self.scoring.small:
            return best_lists(self.scores, mentees=self.scoring.n, mentors=self.scoring.m)
        fits = self.scores(0, self.scoring.n)
        row, column = np.nonzero(np.isfinite(fits))
        start = np.zeros(self.scoring.n + 1, np.int64)
        np.cumsum(np.bincount(row, minlength=self.scoring.n), out=start[1:])
        return Edges(
            self.scoring.n,
            self.scoring.m,
            start,
            column.astype(np.int32),
            fits[row, column].astype(np.float64),
        )


def set_up(scoring: Scoring, choices: Choices) -> Board:
    """Turn ids into rows; a locked pair takes its place before anybody else."""
    mentees, mentors = scoring.setting.mentees, scoring.setting.mentors
    offered = np.array([max(0, person.capacity) for person in mentors.people], np.int32)
    places = reserve(offered, scoring.setting.rules.wishes.reserve)
    rows, columns = positions(mentees), positions(mentors)
    locked: list[tuple[int, int]] = []
    for mentee, mentor in sorted(choices.locked):
        i, j = _free(rows, mentee, taken=[i for i, _ in locked]), _roomiest(columns, mentor, places)
        locked.append((i, j))
        places[j] = max(0, places[j] - 1)
    by_hand = [*choices.forbidden, *choices.locked]
    return Board(
        scoring=scoring,
        weights=weights_of(scoring, choices),
        capacity=places,
        locked=tuple(locked),
        forbidden=tuple(
            (i, j) for a, b in sorted(by_hand) for i in rows.get(a, ()) for j in columns.get(b, ())
        ),
        kept=tuple(
            (i, j)
            for a, b in sorted(choices.kept)
            for i in rows.get(a, ())[:1]
            for j in columns.get(b, ())[:1]
        ),
    )


def weights_of(scoring: Scoring, choices: Choices) -> NDArray[np.float32]:
    """Return a weight for each criterion: what was asked, else what the rules say."""
    known = {part.rule.id: part.rule.weight for part in scoring.parts}
    for name, weight in choices.weights.items():
        if name not in known or not 0 <= weight < HEAVIEST:
            raise Refusal(
                f'"{name}" = {weight} is no weight here; the criteria are {", ".join(known) or "none"}.'
            )
    return np.array([choices.weights.get(name, weight) for name, weight in known.items()], np.float32)


def _free(rows: dict[str, list[int]], mentee: str, *, taken: Iterable[int]) -> int:
    free = [row for row in rows.get(mentee, ()) if row not in set(taken)]
    if not free:
        raise Refusal(f'"{mentee}" cannot be locked: there is no such mentee, or they are locked already.')
    return free[0]


def _roomiest(columns: dict[str, list[int]], mentor: str, places: NDArray[np.int32]) -> int:
    if mentor not in columns:
        raise Refusal(f'"{mentor}" cannot be locked: there is no such mentor.')
    return max(columns[mentor], key=lambda column: int(places[column]))
