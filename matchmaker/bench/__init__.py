"""Bars measured as ratios in one run: the engine beside other solvers, on the same rounds, turn by turn.

`bench()` prints a row for each bar: what was measured, the goal, whether it is met. Nothing here is a
test; machines and their neighbours differ, which is why every row divides by something measured a moment
before or after. The other solvers (scipy, lapx) are needed here only.
"""

from matchmaker.bench.command import bench, run

__all__ = ["bench", "run"]
