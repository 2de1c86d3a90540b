"""Without Redis there may be one process only: two would keep two memories and not hear each other."""

import fcntl
from pathlib import Path
from typing import IO

from django.core.exceptions import ImproperlyConfigured


def only_process(folder: Path) -> IO[str]:
    """Hold the folder's lock for as long as this process lives; a second one is told why it may not start."""
    handle = (folder / "process.lock").open("w", encoding="ascii")
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as exc:
        handle.close()
        msg = f"Another Cairn already serves {folder}. Set REDIS_URL to run several processes."
        raise ImproperlyConfigured(msg) from exc
    return handle
