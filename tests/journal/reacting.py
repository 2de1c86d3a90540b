"""Reactions for the tests of the journal; their effects are counted in a table of their own.

The table has no unique key on purpose: an effect that happened twice must be seen twice.
"""

import os
import random
import signal
from pathlib import Path

from django.db import connection

from cairn.journal.entry import Entry
from cairn.journal.errand import Errand
from cairn.journal.reaction import InDoubt, Refused, Settle, inside, outside

TABLE = "CREATE TABLE IF NOT EXISTS effect (entry TEXT, reaction TEXT, target TEXT)"


def put(errand: Errand, reaction: str) -> None:
    with connection.cursor() as cursor:
        row = [str(errand.entry_id), reaction, errand.target]
        cursor.execute("INSERT INTO effect VALUES (%s, %s, %s)", row)


def effects() -> list[tuple[str, str]]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT reaction, target FROM effect ORDER BY reaction, target")
        return list(cursor.fetchall())


def both(_entry: Entry) -> tuple[str, str]:
    return ("amina", "bruno")


@inside(targets=both)
def count(errand: Errand) -> None:
    put(errand, "count")


@inside(targets=both)
def count_then_die(errand: Errand) -> None:
    put(errand, "die")
    if random.random() < 0.05:  # noqa: S311 - a test's dice
        os.kill(os.getpid(), signal.SIGKILL)


@inside()
def fail(errand: Errand) -> None:
    put(errand, "fail")
    raise ValueError(errand.target)


@outside(targets=both, doubt="again")
def call(errand: Errand) -> None:
    """The other side keeps a line per idempotency key, as a real one would."""
    with Path(os.environ["OTHER_SIDE"]).open("a", encoding="ascii") as file:
        file.write(f"{errand.pk}\n")


@outside(doubt="again")
def call_and_settle(errand: Errand) -> Settle:
    return lambda: put(errand, "settled")


@outside(doubt="drop")
def call_in_doubt(errand: Errand) -> None:
    raise InDoubt


@outside()
def call_refused(errand: Errand) -> None:
    raise Refused("no-such-mailbox")
