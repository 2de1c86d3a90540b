"""Playing a round: scores, the solver that the aim asks for, and the people put back in their places."""

from time import perf_counter

import numpy as np
from numpy.typing import NDArray

from matchmaker.aiming import aimed
from matchmaker.board import Board, set_up
from matchmaker.round import Choices
from matchmaker.scoring import Scoring
from matchmaker.solved import Solved
from matchmaker.solving.edges import Edges
from matchmaker.solving.solution import Solution

ROUNDING = 1e-9


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
    solved = _put_back(board, *aimed(board, edges, choices))
    solved.seconds.update(score=scored - began, solve=perf_counter() - scored)
    return solved


def _put_back(board: Board, solution: Solution, edges: Edges, bound: float) -> Solved:
    """Join locked pairs with the solver's, with the true fit of every pair."""
    mentor_of = solution.mentor_of.copy()
    fit = solution.fits(edges)
    locked, kept = np.zeros(board.scoring.n, np.bool_), np.zeros(board.scoring.n, np.bool_)
    for i, j in board.locked:
        mentor_of[i], locked[i] = j, True
        fit[i] = board.scoring.ungated(i, board.weights)[j]
    for i, j in board.kept:
        kept[i] = mentor_of[i] == j
    told = bound + float(fit[locked].sum())
    exact = told - float(np.nansum(fit)) <= ROUNDING * max(1.0, told)
    return Solved(
        solution,
        edges,
        board.capacity,
        mentor_of,
        fit,
        locked,
        kept,
        told,
        board.weights,
        {},
        exact,
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
