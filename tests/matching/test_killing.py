"""kill -9 in the middle of sending: nothing was sent; the next tick sends all of it, once."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest


def python(*arguments: str, at: Path) -> subprocess.CompletedProcess[str]:
    around = {**os.environ, "DATABASE_URL": f"sqlite://{at / 'killed.sqlite3'}", "DATA_DIR": str(at)}
    return subprocess.run(
        [sys.executable, *arguments], env=around, capture_output=True, text=True, check=False
    )


@pytest.mark.slow
def test_a_sender_that_is_killed_has_sent_nothing(tmp_path: Path) -> None:
    assert python("manage.py", "migrate", "--verbosity=0", at=tmp_path).returncode == 0
    assert python("-m", "tests.matching.dying", "prepare", at=tmp_path).returncode == 0
    assert python("-m", "tests.matching.dying", "die", at=tmp_path).returncode == -signal.SIGKILL
    once = python("-m", "tests.matching.dying", "send", at=tmp_path).stdout.split()
    again = python("-m", "tests.matching.dying", "send", at=tmp_path).stdout.split()
    assert once[0] == once[1]
    assert int(once[0]) > 5
    assert again == ["0", once[1]]
