"""The pulse of a thread: one number that rises with every change, given out under the thread's lock.

Whoever saw pulse 7 asks for what changed after 7 and misses nothing: a change takes its number only while it
holds the lock, and lets go when it commits.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    from cairn.conversations.thread import Thread


def locked(thread_id: UUID) -> Thread:
    """The thread as it is now, locked until the transaction ends."""
    from cairn.conversations.thread import Thread  # noqa: PLC0415 - a thread's messages beat its pulse

    found: Thread = Thread.objects.select_for_update().get(pk=thread_id)
    return found


def beat(thread: Thread) -> int:
    """The next number; the thread must be locked."""
    thread.pulse += 1
    thread.save(update_fields=["pulse"])
    return thread.pulse
