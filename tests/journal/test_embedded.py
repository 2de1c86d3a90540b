"""The threads inside the web process: they run jobs, tick by tick, and end with it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

_CODE = """
import django, time; django.setup()
from django.core.management import call_command; call_command("migrate", "journal", verbosity=0)
from cairn.journal import embedded, tasks, ticking
from cairn.journal.beat import Beat
from cairn.kernel import ids
from huey.contrib.djhuey import HUEY
HUEY.immediate = False  # the tests run jobs at once
embedded.start(); embedded.start()
result = tasks.run_errands_of.enqueue(str(ids.new()))
tasks.each_minute()
for _ in range(100):
    result.refresh()
    if result.is_finished and Beat.objects.exists():
        break
    time.sleep(0.1)
print(result.status.name, Beat.objects.count())
embedded.stop()
"""


@pytest.mark.slow
def test_a_job_given_to_the_queue_is_run_by_a_thread_of_the_same_process(tmp_path: Path) -> None:
    database = f"sqlite://{tmp_path / 'jobs.sqlite3'}"
    surroundings = {**os.environ, "DATABASE_URL": database, "DATA_DIR": str(tmp_path)}
    words = [sys.executable, "-c", _CODE]
    done = subprocess.run(words, env=surroundings, capture_output=True, text=True, timeout=60, check=False)
    assert (done.stdout.split(), done.returncode) == (["SUCCESSFUL", "1"], 0), done.stderr
