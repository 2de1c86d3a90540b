"""kill -9 at any moment: no effect twice, none missing, on the database the suite runs on."""

import os
import random
import signal
import subprocess
import sys
import time
import uuid
from collections import Counter
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from urllib.parse import quote

import pytest
from django.db import connection

from tests.journal import reacting

ROUNDS = 5


@pytest.fixture
def database(tmp_path: Path, transactional_db: None) -> Iterator[str]:
    """The address of an empty database of the kind this suite runs on."""
    if connection.vendor == "sqlite":
        yield f"sqlite://{tmp_path / 'killed.sqlite3'}"
        return
    name, at = f"killed_{uuid.uuid4().hex[:8]}", connection.settings_dict
    host = f"{quote(at['USER'])}:{quote(at['PASSWORD'])}@{quote(at['HOST'], safe='')}:{at['PORT']}"
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE DATABASE {name}")
    yield f"postgresql://{host}/{name}"
    with connection.cursor() as cursor:
        cursor.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def surroundings(database: str, tmp_path: Path) -> dict[str, str]:
    other = str(tmp_path / "other")
    return {**os.environ, "DATABASE_URL": database, "DATA_DIR": str(tmp_path), "OTHER_SIDE": other}


def python(code: str, surroundings: dict[str, str]) -> str:
    begin = f"import django; django.setup(); from django.db import connection as c; {code}"
    return subprocess.run(
        [sys.executable, "-c", begin], env=surroundings, check=True, capture_output=True, text=True
    ).stdout


def acting(surroundings: dict[str, str]) -> list[subprocess.Popen[str]]:
    """Two processes that act beside each other, and have said that they are about to."""
    words = [*_DYING, "act"]
    pair = [subprocess.Popen(words, env=surroundings, stdout=subprocess.PIPE, text=True) for _ in "ab"]
    said = [process.stdout.readline() for process in pair if process.stdout]
    assert said == ["begun\n", "begun\n"]
    return pair


def killed(process: subprocess.Popen[str]) -> bool:
    process.kill()
    process.communicate()
    return process.returncode == -signal.SIGKILL


@pytest.mark.slow
def test_whatever_dies_every_effect_happens_once(surroundings: dict[str, str], tmp_path: Path) -> None:
    python(f"{_MIGRATE}; c.cursor().execute({reacting.TABLE!r})", surroundings)
    kills = 0
    for _ in range(ROUNDS):
        pair = acting(surroundings)
        time.sleep(random.uniform(0.1, 1.2))  # noqa: S311 - any moment will do
        kills += sum(killed(process) for process in pair)
    while python(_OWED, surroundings).strip() != "0":
        subprocess.run([*_DYING, "drain"], env=surroundings, check=False)
    told = Counter(tuple(row) for row in eval(python(_ROWS, surroundings)))  # noqa: S307 - our own rows
    acts = [entry for entry, reaction, _ in told if reaction == "act"]
    effects = {row: times for row, times in told.items() if row[1] != "act"}
    calls = Counter((tmp_path / "other").read_text().split())
    assert kills == 2 * ROUNDS
    assert len(acts) > ROUNDS
    assert effects == dict.fromkeys(product(acts, ("count", "die"), ("amina", "bruno")), 1)
    # An outside call in doubt is repeated under the same key, and the other side counts keys.
    assert len(calls) == 2 * len(acts)


_DYING = (sys.executable, "-m", "tests.journal.dying")
_MIGRATE = "from django.core.management import call_command as do; do('migrate', 'journal', verbosity=0)"
_OWED = "from cairn.journal.models import Errand; print(Errand.objects.owed().count())"
_ROWS = "k = c.cursor(); k.execute('SELECT * FROM effect'); print([tuple(r) for r in k.fetchall()])"
