"""Threads inside the web process that run jobs and ticks, so that one process is a whole Cairn.

Any number of processes may do this at once: a job is taken from the queue by one of them, a tick by the one
that takes its beat. Larger installations switch it off (JOBS_IN_WEB=no) and run `manage.py run_huey` beside.
"""

from django.utils.module_loading import autodiscover_modules
from huey.consumer import Consumer
from huey.contrib.djhuey import HUEY

THREADS = 3

_consumer: "ThreadsOfTheServer | None" = None


class ThreadsOfTheServer(Consumer):  # type: ignore[misc]  # huey has no types
    """Huey's consumer as a guest: the server it lives in keeps its own signal handlers."""

    def _set_signal_handlers(self) -> None:
        pass


def start() -> None:
    """Start the threads, once per process; they end with it. Nothing where jobs run at once (in tests)."""
    global _consumer  # noqa: PLW0603 - one per process is the point
    if _consumer is None and not HUEY.immediate:
        autodiscover_modules("tasks")
        _consumer = ThreadsOfTheServer(HUEY, workers=THREADS, max_delay=1.0)
        _consumer.start()


def stop() -> None:
    """Let the jobs at hand finish and end the threads."""
    global _consumer  # noqa: PLW0603 - see start
    if _consumer is not None:
        _consumer.stop(graceful=True)
        _consumer = None
