"""Web speed on PostgreSQL and Valkey: the mentor list and its JSON twin beside a bare Django view.

`python -m benchmarks.web` starts a database, a Valkey and two workers of its own, fills in 1,000 mentors and
prints requests a second at 8 connections, medians of interleaved rounds, with the ratio to the bare view and
the queries of one answer; then what a first page weighs, how long five thousand people a side take from
file to reviewed round, and how soon the Lab answers a slider.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import statistics
import subprocess
import sys
import tempfile
from importlib import import_module
from pathlib import Path

from benchmarks.hammer import Blow, strike
from benchmarks.stage import migrate, peers, server
from benchmarks.weight import Weight, queries, weigh

ADDRESSES = {
    "bare Django view": "/bare/",
    "mentor list, page": "/people/",
    "mentor list, JSON": "/api/mentors",
}
PAGES = {name: path for name, path in ADDRESSES.items() if path != "/bare/"}
GOALS = {"mentor list, page": 70.0, "mentor list, JSON": 140.0}
CONNECTIONS = 8


def main() -> None:
    """Print the tables."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument(
        "--quick", action="store_true", help="short rounds and fewer people, for a first look"
    )
    quick = options.parse_args().quick
    seconds, rounds = (1.5, 2) if quick else (5.0, 3)
    with tempfile.TemporaryDirectory(prefix="cairn-bench-") as folder, peers(Path(folder)) as environment:
        os.environ.update(environment)
        migrate()
        cookie = import_module("benchmarks.people").fill_in()
        with server(int(environment["PORT"])) as port:
            blows = asyncio.run(measure(port, cookie, seconds=seconds, rounds=rounds))
        print_table(blows, {name: queries(cookie, path) for name, path in PAGES.items()})
        print_weight(weigh(cookie, PAGES["mentor list, page"]))
        for kind, size in (("arriving", 1000 if quick else 5000), ("slider", 500)):
            command = [sys.executable, "-m", "benchmarks.stage", "desk", kind, str(size)]
            subprocess.run(command, check=True)


async def measure(port: int, cookie: str, *, seconds: float, rounds: int) -> dict[str, list[Blow]]:
    """Strike each address in turn, after one round that does not count."""
    blows: dict[str, list[Blow]] = {name: [] for name in ADDRESSES}
    for turn in range(rounds + 1):
        for name, path in ADDRESSES.items():
            blow = await strike(port, path, cookie=cookie, connections=CONNECTIONS, seconds=seconds)
            if turn:
                blows[name].append(blow)
    return blows


def print_table(blows: dict[str, list[Blow]], asked: dict[str, int]) -> None:
    """One line an address: rate, slowest of twenty, bytes, queries, share of the bare view, and the goal."""
    bare = statistics.median(blow.rate for blow in blows["bare Django view"])
    print(f"1,000 mentors on PostgreSQL, 2 workers, {CONNECTIONS} connections")
    print(f"{'':22}{'requests/s':>12}{'p95 ms':>9}{'kB':>7}{'queries':>9}{'of bare':>9}{'goal':>7}")
    for name, rows in blows.items():
        rate = statistics.median(blow.rate for blow in rows)
        p95 = statistics.median(blow.p95 for blow in rows) * 1000
        goal = GOALS.get(name)
        mark = "" if goal is None else f"{goal:>7.0f} {'met' if rate >= goal else 'MISSED'}"
        count = asked.get(name, "")
        size = rows[0].size / 1000
        print(f"{name:22}{rate:>12.0f}{p95:>9.1f}{size:>7.1f}{count:>9}{rate / bare:>9.2f}{mark}")


def print_weight(weight: Weight) -> None:
    """What a first visit fetches beside fonts, compressed."""
    for name, size, bar in (("script", weight.script, 60), ("style", weight.style, 40)):
        mark = "met" if size <= bar * 1000 else "MISSED"
        print(f"First page, {name}: {size / 1000:.1f} kB compressed - bar {bar} kB: {mark}")


if __name__ == "__main__":
    main()
