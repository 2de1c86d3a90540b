"""The night of a large house, and a coordinator's pages, on PostgreSQL.

`python -m benchmarks.signals` starts a database of its own, settles 100,000 mentorships, watches over them
for two nights (the first raises every signal there is and tells everybody; the second is a night like any
other) and prints seconds and peak memory, beside the peak of a tenth of them: it has to be the same. Then it
opens the pages of a programme with 2,000 mentorships.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.stage import peers

#: A tenth may need so much less memory before we say that it grows.
SLACK = 1.15


def main() -> None:
    """Print the lines."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--quick", action="store_true", help="a tenth of the mentorships, for a first look")
    size = 10_000 if options.parse_args().quick else 100_000
    with tempfile.TemporaryDirectory(prefix="cairn-bench-") as folder, peers(Path(folder)) as environment:
        os.environ.update(environment)
        small, large = float(_stage("night", size // 10)), float(_stage("night", size))
        grows = "GROWS" if large > SLACK * small else "constant"
        print(
            f"Peak memory, {size // 10:,} and {size:,} mentorships: {small:.0f} and {large:.0f} MB - {grows}"
        )
        _stage("pages", 2000)


def _stage(kind: str, size: int) -> str:
    """Run one in a process of its own; print its lines but the last, and return that one."""
    command = [sys.executable, "-m", "benchmarks.stage", "night", kind, str(size)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    *lines, last = done.stdout.rstrip("\n").split("\n")
    print("\n".join(lines), flush=True)
    return last


if __name__ == "__main__":
    main()
