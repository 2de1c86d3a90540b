"""What the journal does by itself: errands are run soon after their act, and again by the tick until they are
done.
"""

from datetime import timedelta

from django_tasks import task
from huey import crontab
from huey.contrib.djhuey import db_periodic_task

from cairn.journal.beat import Beat
from cairn.journal.clearing import clear_errands, clear_results
from cairn.journal.draining import drain, drain_entry
from cairn.journal.ticking import tick

# Shorter than the distance between two ticks, so that a late one does not make the next one skip.
_MINUTE = timedelta(seconds=45)
_NIGHT = timedelta(hours=20)


def minute() -> None:
    """Run the errands that a crash or a fault left behind."""
    drain()


def night() -> None:
    """Clear away what is needed no more."""
    clear_errands()
    clear_results()


@task()
def run_errands_of(entry_id: str) -> None:
    """Run what one entry owes to the world outside."""
    drain_entry(entry_id)


@db_periodic_task(crontab(minute="*"), priority=10)  # type: ignore[untyped-decorator]  # huey has no types
def each_minute() -> None:
    """The minute tick, in one of the processes."""
    if Beat.take("minute", every=_MINUTE):
        tick("minute")


@db_periodic_task(crontab(minute="20", hour="2"))  # type: ignore[untyped-decorator]  # huey has no types
def each_night() -> None:
    """The night tick, in one of the processes, at 02:20 UTC."""
    if Beat.take("night", every=_NIGHT):
        tick("night")
