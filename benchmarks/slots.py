"""Free time and booking: how soon shared times of two are found, and how long the slowest booking waits.

`python -m benchmarks.slots` looks for slots of two people over 60 days with 200 busy times each, beside a
plain loop over minutes; then 50 writers reach for times at once, on SQLite and on PostgreSQL.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from scripts.servers import postgresql

SLOT_BAR, BOOKING_BAR = 50, 500


def main() -> None:
    """Print the figures, each database in a process of its own."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--quick", action="store_true", help="fewer rounds, for a first look")
    rounds = "3" if options.parse_args().quick else "10"
    with tempfile.TemporaryDirectory(prefix="cairn-bench-") as folder:
        around = {**os.environ, "DJANGO_SETTINGS_MODULE": "cairn.config.settings", "DATA_DIR": folder}
        database = f"sqlite://{Path(folder) / 'bench.sqlite3'}"
        run(rounds, {**around, "DATABASE_URL": database, "DATABASE": "SQLite"})
        with postgresql(options="-c max_connections=200") as database:
            run(rounds, {**around, "DATABASE_URL": database, "DATABASE": "PostgreSQL"})


def run(rounds: str, around: dict[str, str]) -> None:
    """One database."""
    command = [sys.executable, "-m", "benchmarks.stage", "meeting_times", rounds]
    subprocess.run(command, check=True, env=around)


def said(name: str, times: list[float], *, bar: float | None = None, more: str = "") -> str:
    """One line: median and 99th percentile in milliseconds, and the bar."""
    ordered = sorted(times)
    slowest = ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))] * 1000
    mark = "" if bar is None else f"   bar {bar:.0f} ms: {'met' if slowest < bar else 'MISSED'}"
    middle = statistics.median(times) * 1000
    return f"{name:46} median {middle:8.1f} ms   p99 {slowest:8.1f} ms{mark}{more}"


if __name__ == "__main__":
    main()
