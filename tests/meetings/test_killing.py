"""kill -9 in the middle of a booking: nothing is left of it, and the time is still to be had."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection


def python(*arguments: str, at: Path, database: str) -> subprocess.CompletedProcess[str]:
    around = {**os.environ, "DATABASE_URL": database, "DATA_DIR": str(at), "DJANGO_SETTINGS_MODULE": ""}
    around["DJANGO_SETTINGS_MODULE"] = "cairn.config.settings"
    return subprocess.run(
        [sys.executable, *arguments], env=around, capture_output=True, text=True, check=False
    )


@pytest.fixture
def database(tmp_path: Path, django_db_blocker: object) -> object:
    """A database of its own, of the kind the suite runs on."""
    if connection.vendor == "sqlite":
        yield f"sqlite://{tmp_path / 'killed.sqlite3'}"
        return
    import psycopg

    url = settings.DATABASE_URL
    head, _, query = url.partition("?")
    with psycopg.connect(url, autocommit=True) as admin:
        admin.execute("DROP DATABASE IF EXISTS killed")
        admin.execute("CREATE DATABASE killed")
        yield f"{head.rsplit('/', 1)[0]}/killed?{query}"
        admin.execute("DROP DATABASE killed WITH (FORCE)")


@pytest.mark.slow
def test_a_booking_that_is_killed_leaves_nothing(tmp_path: Path, database: str) -> None:
    def run(act: str) -> subprocess.CompletedProcess[str]:
        return python("-m", "tests.meetings.dying", act, at=tmp_path, database=database)

    migrated = python("manage.py", "migrate", "--verbosity=0", at=tmp_path, database=database)
    assert (migrated.returncode, migrated.stderr) == (0, "")
    assert run("prepare").returncode == 0
    for moment in ("die-quarters", "die-meeting"):
        assert run(moment).returncode == -signal.SIGKILL
    assert run("say").stdout.split() == ["0", "0", "1", "4", "1"]
