"""Run every row, print it as it comes, and say at the end which bars are met."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from time import perf_counter

from matchmaker.bench.dense import dense_rows
from matchmaker.bench.people import people_rows
from matchmaker.bench.rounds import aim_rows, late_rows, scarce_rows, sparse_rows
from matchmaker.bench.row import Row
from matchmaker.solving.warming import warm


def run(*, quick: bool = False) -> int:
    """The command: 0 when the rows could be measured, whatever they say."""
    bench(quick=quick)
    return 0


def bench(*, quick: bool = False) -> list[Row]:
    """Measure and print all rows. quick: smaller rounds, under a minute; goals are those of the full
    sizes.
    """
    begun = perf_counter()
    _say(
        f"kernels ready in {warm():.1f} s; ratios are medians of interleaved rounds, > 1 means we are faster"
    )
    rows = []
    for row in _rows(quick=quick):
        rows.append(row)
        _say(str(row))
    judged = [row for row in rows if row.met is not None]
    met = sum(bool(row.met) for row in judged)
    _say(f"{met} of {len(judged)} bars met, {perf_counter() - begun:.0f} s")
    return rows


def _rows(*, quick: bool) -> Iterator[Row]:
    yield from sparse_rows(quick=quick)
    yield from scarce_rows(quick=quick)
    yield from dense_rows(quick=quick)
    yield from aim_rows(quick=quick)
    yield from late_rows(quick=quick)
    yield from people_rows(quick=quick)


def _say(sentence: str) -> None:
    print(sentence)
    sys.stdout.flush()
