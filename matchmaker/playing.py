"""Playing a round: edges from scores, the solver that the aim asks for, and the people put back in their
places.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from time import perf_counter

import numpy as np
from numpy.typing import NDArray

from matchmaker.gates import positions
from matchmaker.refusal import Refusal
from matchmaker.round import Choices
from matchmaker.scoring import Scoring
from matchmaker.solved import Solved
from matchmaker.solving.edges import Edges
from matchmaker.solving.lists import best_lists
from matchmaker.solving.solution import Aim, Solution
from matchmaker.solving.solve import solve

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


def solve_round(scoring: Scoring, choices: Choices) -> Solved:
    """Return the best choice of pairs for what was asked. The same input gives the same answer."""
    began = perf_counter()
    solved = board_answer(set_up(scoring, choices), choices)
    twice = _made_twice(scoring, solved.mentor_of)
    if twice:
        return solve_round(scoring, _without(choices, twice))
    solved.seconds["round"] = perf_counter() - began
    return solved


def board_answer(board: Board, choices: Choices) -> Solved:
    """Return the best choice of pairs on a board, with the seconds of scoring and solving."""
    began = perf_counter()
    edges = board.edges()
    scored = perf_counter()
    solution, edges = _solution(board, edges, choices)
    solved = _put_back(board, solution, edges)
    solved.seconds.update(score=scored - began, solve=perf_counter() - scored)
    return solved


def set_up(scoring: Scoring, choices: Choices) -> Board:
    """Turn ids into rows; a locked pair takes its place before anybody else."""
    mentees, mentors = scoring.setting.mentees, scoring.setting.mentors
    offered = np.array([max(0, person.capacity) for person in mentors.people], np.int32)
    share = scoring.setting.rules.wishes.reserve
    if share:
        from matchmaker.solving.reserve import reserve
    places = reserve(offered, share) if share else offered.copy()
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


def _solution(board: Board, edges: Edges, choices: Choices) -> tuple[Solution, Edges]:
    wishes = board.scoring.setting.rules.wishes
    kept = np.full(board.scoring.n, -1, np.int32)
    for i, j in board.kept:
        kept[i] = j
    if board.kept:
        from matchmaker.solving.keeping import keep
    weighted = keep(edges, kept, bonus=wishes.keep_bonus) if board.kept else edges
    if wishes.parity:
        from matchmaker.solving.parity import parity
        return parity(weighted, board.capacity, _groups(board), aim=_plain_aim(choices)).solution, edges
    if choices.aim == "maximin":
        from matchmaker.solving.bottleneck import maximin
        return maximin(weighted, board.capacity, seed=choices.seed), edges
    if choices.aim == "stable":
        from matchmaker.solving.stable import stable
        return stable(edges, *_both_sides(board, edges), board.capacity), edges
    if not board.scoring.small and not board.kept:
        from matchmaker.solving.certify import certify
        done = certify(
            board.scores, board.capacity, mentees=board.scoring.n, edges=edges, aim=_plain_aim(choices)
        )
        return done.solution, done.edges
    return solve(weighted, board.capacity, aim=_plain_aim(choices), seed=choices.seed), edges


def _plain_aim(choices: Choices) -> Aim:
    return "total_fit" if choices.aim == "total_fit" else "most_matched"


def _groups(board: Board) -> NDArray[np.int32]:
    """Return the parity group of each mentee: one number per combination of values of the named columns."""
    setting = board.scoring.setting
    for column in setting.rules.wishes.parity:
        setting.mentees.read(column, lambda cell: cell or None, for_what="parity")
    keys = [
        tuple(p.cells.get(column, "") for column in setting.rules.wishes.parity)
        for p in setting.mentees.people
    ]
    number = {key: place for place, key in enumerate(sorted(set(keys)))}
    return np.array([number[key] for key in keys], np.int32)


def _both_sides(board: Board, edges: Edges) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return each edge's worth to the mentee and to the mentor, float64[e]."""
    row = edges.rows()
    mine, theirs = np.empty(len(edges)), np.empty(len(edges))
    step = board.scoring.n if board.scoring.small else 64
    for low in range(0, board.scoring.n, step or 1):
        high = min(low + step, board.scoring.n)
        views = board.scoring.sides(low, high, board.weights)
        here = slice(int(edges.start[low]), int(edges.start[high]))
        mine[here] = views[0][row[here] - low, edges.mentor[here]]
        theirs[here] = views[1][row[here] - low, edges.mentor[here]]
    return mine, theirs


def _put_back(board: Board, solution: Solution, edges: Edges) -> Solved:
    """Join locked pairs with the solver's, with the true fit of every pair."""
    mentor_of = solution.mentor_of.copy()
    fit = solution.fits(edges)
    locked, kept = np.zeros(board.scoring.n, np.bool_), np.zeros(board.scoring.n, np.bool_)
    for i, j in board.locked:
        mentor_of[i], locked[i] = j, True
        fit[i] = board.scoring.ungated(i, board.weights)[j]
    for i, j in board.kept:
        kept[i] = mentor_of[i] == j
    by_hand = float(fit[locked].sum())
    # Bonuses for kept pairs are never negative, so the solver's bound holds for the true fits as well.
    bound = solution.bound + by_hand
    return Solved(
        solution,
        edges,
        board.capacity,
        mentor_of,
        fit,
        locked,
        kept,
        bound,
        board.weights,
        {},
        bool(solution.exact),
    )


def _made_twice(scoring: Scoring, mentor_of: NDArray[np.int32]) -> list[tuple[str, str]]:
    """Return pairs of ids that stand twice in the answer, which only people in several rows can cause."""
    mentees, mentors = scoring.setting.mentees.people, scoring.setting.mentors.people
    seen: dict[tuple[str, str], int] = {}
    for i in np.flatnonzero(mentor_of >= 0):
        pair = (mentees[i].id, mentors[mentor_of[i]].id)
        seen[pair] = seen.get(pair, 0) + 1
    return sorted(pair for pair, times in seen.items() if times > 1)


def _without(choices: Choices, twice: list[tuple[str, str]]) -> Choices:
    """Set a doubled pair once by hand, so that it cannot be made again."""
    return Choices(
        choices.weights,
        choices.aim,
        (*choices.locked, *(pair for pair in twice if pair not in choices.locked)),
        choices.forbidden,
        choices.kept,
        choices.seed,
    )
