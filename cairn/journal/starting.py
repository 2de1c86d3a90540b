"""Starting errands right after their commit: ours at once, those that leave the house from a job.

Nobody waits for a mail server: the request that made the entry answers while a thread sends. Where the queue
is away, nothing is lost; the minute tick finds the errands.
"""

import logging
import uuid

from cairn.journal.draining import run
from cairn.journal.errand import Errand
from cairn.journal.reaction import reaction_at
from cairn.kernel import clock

log = logging.getLogger(__name__)


def start_errands(entry_id: uuid.UUID) -> None:
    """Run the inside errands of an entry and hand the others to the queue."""
    leaving = False
    for errand in Errand.objects.due(clock.wall()).filter(entry_id=entry_id).select_related("entry"):
        if reaction_at(errand.reaction).outside:
            leaving = True
        else:
            run(errand)
    if leaving:
        _enqueue(entry_id)


def _enqueue(entry_id: uuid.UUID) -> None:
    # Deferred: tasks.py registers with the queue, which settings must have named before.
    from cairn.journal.tasks import run_errands_of  # noqa: PLC0415

    try:
        run_errands_of.enqueue(str(entry_id))
    except Exception as fault:  # noqa: BLE001 - the queue may be away in any way; the tick comes round
        log.warning(
            "the queue is away (%s); the tick will run the errands of %s", type(fault).__name__, entry_id
        )
