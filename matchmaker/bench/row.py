"""One measured bar, and the clock it is measured with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from time import perf_counter
from typing import Any


@dataclass(frozen=True)
class Row:
    """what was compared, what came out, the goal in words, and whether it is met (None: nothing to
    judge).
    """

    what: str
    came_out: str
    goal: str = ""
    met: bool | None = None

    def __str__(self) -> str:
        mark = {True: "met     ", False: "MISSED  ", None: "        "}[self.met]
        return f"{mark}{self.what:<44} {self.came_out}" + (f"   (goal {self.goal})" if self.goal else "")


def interleaved(rounds: int, **contestants: Callable[[], Any]) -> dict[str, float]:
    """Median seconds of each, after one unmeasured turn of the first; they take turns, so noise falls on
    all alike.
    """
    next(iter(contestants.values()))()
    seconds: dict[str, list[float]] = {name: [] for name in contestants}
    for _ in range(rounds):
        for name, contestant in contestants.items():
            begun = perf_counter()
            contestant()
            seconds[name].append(perf_counter() - begun)
    return {name: median(taken) for name, taken in seconds.items()}


def times(ratio: float) -> str:
    return f"{ratio:.3g}×"
