"""Dense rounds: every pair counts. Each solver runs in a process of its own, so that its memory is its own.

The others get the whole table of fits before their clock starts; ours starts from the people's vectors.
"""

# ruff: noqa: PLR2004  the bars stand beside what they judge
from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from time import perf_counter

import numpy as np

from matchmaker.bench.cohorts import Crowd
from matchmaker.bench.peers import lapx_dense, scipy_dense
from matchmaker.bench.row import Row, times
from matchmaker.solving.certify import certify

SEED = 2
Measured = dict[str, float]


def dense_rows(*, quick: bool) -> Iterator[Row]:
    """N × n with one place each: ours, certified, beside lapx and scipy."""
    n, rounds = (2_000, 1) if quick else (10_000, 2)
    turns: dict[str, list[Measured]] = {"ours": [], "lapx": [], "scipy": []}
    for turn in range(rounds):
        for name, taken in turns.items():
            if turn == 0 or name != "scipy":
                taken.append(_apart(name, n))
    seconds = {name: median(one["seconds"] for one in taken) for name, taken in turns.items()}
    peak = {name: max(one["peak"] for one in taken) for name, taken in turns.items()}
    ours, best, what = turns["ours"][0], turns["scipy"][0]["total"], f"dense {n:,} × {n:,}"
    yield Row(
        f"{what}: ours",
        f"{seconds['ours']:.2f} s, {peak['ours']:.0f} MiB, {ours['total'] / best:.6f} of the optimum",
    )
    yield Row(f"{what}: proven gap", f"{ours['gap']:.4%}", "≤ 0.03 %", ours["gap"] <= 3e-4)
    for name, goal in (("lapx", 10), ("scipy", 20)):
        ratio, share = seconds[name] / seconds["ours"], peak["ours"] / peak[name]
        yield Row(f"{what}: {name}", times(ratio), f"≥ {goal}×", ratio >= goal)
        yield Row(f"{what}: our share of {name}'s memory", f"{share:.0%}", "≤ 25 %", share <= 0.25)


def _apart(name: str, size: int) -> Measured:
    """Run this file as a program, on one core like the others' methods, and read what it measured."""
    asked = [sys.executable, "-m", "matchmaker.bench.dense", name, str(size)]
    alone = os.environ | {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    answer = subprocess.run(asked, check=True, capture_output=True, text=True, env=alone)  # noqa: S603  our own file
    return dict(json.loads(answer.stdout))


def measured(name: str, size: int) -> Measured:
    """Seconds, peak resident MiB, total, and the proven gap if there is one."""
    crowd, gap = Crowd.gathered(size, size, seed=SEED), 0.0
    if name == "ours":
        small = Crowd.gathered(64, 64, seed=SEED)
        certify(small.score, np.ones(64, np.int32), mentees=64)
        begun = perf_counter()
        found = certify(crowd.score, np.ones(size, np.int32), mentees=size)
        seconds, total, gap = perf_counter() - begun, found.solution.total, found.gap
    else:
        table = np.empty((size, size))
        for low in range(0, size, 500):
            table[low : low + 500] = crowd.score(low, min(size, low + 500))
        begun = perf_counter()
        total = lapx_dense(table) if name == "lapx" else scipy_dense(table)
        seconds = perf_counter() - begun
    return {"seconds": seconds, "peak": _peak(), "total": total, "gap": gap}


def _peak() -> float:
    """Peak resident MiB of this program; getrusage would count the parent's pages from before exec."""
    status = Path("/proc/self/status").read_text()
    return float(next(line for line in status.splitlines() if line.startswith("VmHWM")).split()[1]) / 1024


if __name__ == "__main__":
    print(json.dumps(measured(sys.argv[1], int(sys.argv[2]))))
