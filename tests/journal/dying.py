"""A process that acts until it is killed; `test_killing.py` starts and kills it.

`python -m tests.journal.dying act` records entries for ever, `… drain` runs what is owed and ends.
"""

import os
import sys

import django
from django.db import connection, transaction

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cairn.config.settings")
django.setup()

from cairn.accounts.organisation import Organisation  # noqa: E402 - models load after Django's set-up
from cairn.config.reactions import REACTIONS  # noqa: E402
from cairn.journal import draining, starting  # noqa: E402
from cairn.journal.errand import Errand  # noqa: E402
from cairn.journal.recording import record  # noqa: E402
from cairn.kernel import ids  # noqa: E402

REACTIONS["stone.laid"] = tuple(
    f"tests.journal.reacting.{name}" for name in ("count", "count_then_die", "call")
)


def act() -> None:
    starting._enqueue = draining.drain_entry  # type: ignore[assignment]  # no queue stands here
    stone = Organisation(name="Stones", slug="stones")
    print("begun", flush=True)  # noqa: T201 - the test waits for it
    while True:
        with transaction.atomic():
            entry = record("stone.laid", organisation=stone.pk, actor=None, subject=stone)
            with connection.cursor() as cursor:
                row = [str(entry.pk), "act", str(ids.new())]
                cursor.execute("INSERT INTO effect VALUES (%s, %s, %s)", row)


def finish() -> None:
    draining.LEASE *= 0
    while Errand.objects.owed().exists():
        Errand.objects.owed().update(leased_until=None)
        draining.drain()


if __name__ == "__main__":
    {"act": act, "drain": finish}[sys.argv[1]]()
