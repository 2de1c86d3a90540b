"""Clearing away what the journal needs no more: errands long settled, and notes the queue kept about its
jobs.

Entries stay: they are the memory of the house. A settled errand is of use while somebody may ask why a mail
came.
"""

from datetime import datetime, timedelta

from huey.contrib.djhuey import HUEY

from cairn.journal.errand import Errand
from cairn.kernel import clock

ERRANDS_KEPT = timedelta(days=90)
RESULTS_KEPT = timedelta(days=7)


def clear_errands() -> int:
    """Delete errands done or given up three months ago; how many."""
    return Errand.objects.settled_before(clock.wall() - ERRANDS_KEPT).delete()[0]


def clear_results() -> int:
    """Delete what the queue noted about jobs that ended a week ago, which it would keep for ever; how
    many.
    """
    before = clock.wall() - RESULTS_KEPT
    old = [key for key in HUEY.all_results() if _ended_before(key, before)]
    for key in old:
        HUEY.delete(key)
    return len(old)


def _ended_before(key: str | bytes, moment: datetime) -> bool:
    note = HUEY.get(key, peek=True)
    ended = note.get("finished_at") if isinstance(note, dict) else None
    return ended is not None and datetime.fromisoformat(ended) < moment
