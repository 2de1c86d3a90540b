"""What keeps a process from serving, asked once at its start and answered with a sentence."""

import fcntl
from pathlib import Path
from typing import IO

from django.conf import settings

from cairn.accounts.organisation import Organisation


class Refusal(Exception):
    """Why this process may not serve; the sentence is for whoever started it."""


def may_start() -> IO[str] | None:
    """The lock that makes this process the only one, where it must be; raises Refusal."""
    if settings.DEMO and Organisation.objects.filter(is_demo=False).exists():
        msg = "DEMO would let anyone into an organisation of this database that is no demo. Unset it."
        raise Refusal(msg)
    return None if settings.REDIS_URL else only_process(settings.DATA_DIR)


def only_process(folder: Path) -> IO[str]:
    """Hold the folder's lock for as long as this process lives.

    Without Redis two processes would keep two memories and not hear each other.
    """
    handle = (folder / "process.lock").open("w", encoding="ascii")
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as exc:
        handle.close()
        msg = f"Another Cairn already serves {folder}. Set REDIS_URL to run several processes."
        raise Refusal(msg) from exc
    return handle
