"""What a round is for: the solver that the aim asks for, with a bound on total fit that holds whatever
the aim.

Aims beside the total (maximin, stable, parity) are told with the bound of the round that would maximise
total fit alone, so that the gap says what the aim costs.
"""

import numpy as np
from numpy.typing import NDArray

from matchmaker.board import Board
from matchmaker.round import Choices
from matchmaker.solving.bottleneck import maximin
from matchmaker.solving.certify import certify
from matchmaker.solving.edges import Edges
from matchmaker.solving.keeping import keep
from matchmaker.solving.parity import parity
from matchmaker.solving.solution import Aim, Solution
from matchmaker.solving.solve import solve
from matchmaker.solving.stable import stable


def aimed(board: Board, edges: Edges, choices: Choices) -> tuple[Solution, Edges, float]:
    """Return the choice, the edges it was made among, and the proven bound on its total fit."""
    wishes = board.scoring.setting.rules.wishes
    special = bool(wishes.parity) or choices.aim in {"maximin", "stable"}
    aim: Aim = "total_fit" if special or choices.aim == "total_fit" else "most_matched"
    if board.scoring.small and not special and not board.kept:
        free = solve(edges, board.capacity, aim=aim, seed=choices.seed)
        return free, edges, free.bound
    bound, proven, edges = _bound(board, edges, aim, choices)
    if proven is not None and not special and not board.kept:
        return proven, edges, bound
    return _bent(board, edges, choices), edges, bound


def _bound(board: Board, edges: Edges, aim: Aim, choices: Choices) -> tuple[float, Solution | None, Edges]:
    """Return the bound over every pair; a big cohort's lists grow by the pairs that pricing finds worth
    having.
    """
    if board.scoring.small:
        return solve(edges, board.capacity, aim=aim, seed=choices.seed).bound, None, edges
    proof = certify(board.scores, board.capacity, mentees=board.scoring.n, edges=edges, aim=aim)
    return proof.solution.bound, proof.solution, proof.edges


def _bent(board: Board, edges: Edges, choices: Choices) -> Solution:
    """Return the choice under an aim beside the total, or with a bonus for kept pairs."""
    wishes = board.scoring.setting.rules.wishes
    kept = np.full(board.scoring.n, -1, np.int32)
    for i, j in board.kept:
        kept[i] = j
    weighted = keep(edges, kept, bonus=wishes.keep_bonus) if board.kept else edges
    plain: Aim = "total_fit" if choices.aim == "total_fit" else "most_matched"
    if wishes.parity:
        return parity(weighted, board.capacity, _groups(board), aim=plain, seed=choices.seed).solution
    if choices.aim == "maximin":
        return maximin(weighted, board.capacity, seed=choices.seed)
    if choices.aim == "stable":
        return stable(edges, *_both_sides(board, edges), board.capacity)
    return solve(weighted, board.capacity, aim=plain, seed=choices.seed)


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
