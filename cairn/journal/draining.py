"""Draining: running what is owed, exactly once, whatever dies.

Inside our walls the effect and the mark commit together: `UPDATE … SET done_at WHERE id AND done_at IS NULL`
comes first and locks the row; one row changed means the errand is mine. For a call that leaves the house a
lease is committed before it; a lease found expired means somebody died in the middle, and the errand is in
doubt.
"""

import logging
import uuid
from datetime import datetime, timedelta

from django.db import transaction

from cairn.journal.errand import Errand, ErrandQuerySet
from cairn.journal.reaction import InDoubt, Reaction, Refused, reaction_at
from cairn.kernel import clock

LEASE = timedelta(minutes=5)
FIRST_BACK_OFF = timedelta(minutes=1)
LONGEST_BACK_OFF = timedelta(hours=6)
MOST_ATTEMPTS = 20

log = logging.getLogger(__name__)


def drain_entry(entry_id: uuid.UUID | str) -> int:
    """Run what one entry owes, now; how many were done here."""
    return _run_all(Errand.objects.due(clock.wall()).filter(entry_id=entry_id))


def drain(*, limit: int = 1000) -> int:
    """Run what is due, oldest first; how many were done here. Several processes may do this at once."""
    return _run_all(Errand.objects.due(clock.wall())[:limit])


def _run_all(errands: ErrandQuerySet) -> int:
    return sum(run(errand) for errand in errands.select_related("entry"))


def run(errand: Errand) -> bool:
    """Run one errand unless another process has it; True where this call did it.

    A fault is logged and the errand comes back later; it never reaches the caller, whose own act is done.
    """
    try:
        reaction = reaction_at(errand.reaction)
    except (ImportError, TypeError):
        return _drop(errand, "no-such-reaction")
    with clock.shift_by(errand.entry.shift):
        try:
            return _run_outside(errand, reaction) if reaction.outside else _run_inside(errand, reaction)
        except Refused as refusal:
            return _drop(errand, refusal.code)
        except InDoubt as fault:
            return _drop(errand, "in-doubt") if reaction.doubt == "drop" else _put_back(errand, fault)
        except Exception as fault:  # noqa: BLE001 - whatever it was, the errand must come back
            return _put_back(errand, fault)


def _run_inside(errand: Errand, reaction: Reaction) -> bool:
    with transaction.atomic():
        mine = _mark_done(errand)
        if mine:
            reaction.act(errand)
    return mine


def _run_outside(errand: Errand, reaction: Reaction) -> bool:
    if errand.leased_until is not None and reaction.doubt == "drop":
        return _drop(errand, "in-doubt")
    if not _lease(errand):
        return False
    settle = reaction.act(errand)
    with transaction.atomic():
        if _mark_done(errand) and settle:
            settle()
    return True


def _mark_done(errand: Errand) -> bool:
    owed = Errand.objects.owed().filter(pk=errand.pk)
    return bool(owed.update(done_at=clock.wall(), leased_until=None, fault=""))


def _lease(errand: Errand) -> bool:
    """Commit the lease before the call; False where another process was quicker."""
    now = clock.wall()
    free = Errand.objects.due(now).filter(pk=errand.pk, leased_until=errand.leased_until)
    return bool(free.update(leased_until=now + LEASE))


def _put_back(errand: Errand, fault: Exception) -> bool:
    """Come back after 1, 2, 4 … minutes, never later than six hours; given up after MOST_ATTEMPTS."""
    name = type(fault).__name__[:64]
    log.warning("errand %s (%s) failed: %s", errand.pk, errand.reaction, name, exc_info=fault)
    attempts = errand.attempts + 1
    if attempts >= MOST_ATTEMPTS:
        return _drop(errand, name)
    owed = Errand.objects.owed().filter(pk=errand.pk)
    owed.update(attempts=attempts, due_at=_next_try(attempts), leased_until=None, fault=name)
    return False


def _next_try(attempts: int) -> datetime:
    wait: timedelta = FIRST_BACK_OFF * 2 ** (attempts - 1)
    return clock.wall() + min(wait, LONGEST_BACK_OFF)


def _drop(errand: Errand, code: str) -> bool:
    """Give it up for good; the row stays, and the health page counts it."""
    log.warning("errand %s (%s) dropped: %s", errand.pk, errand.reaction, code)
    owed = Errand.objects.owed().filter(pk=errand.pk)
    owed.update(dropped_at=clock.wall(), leased_until=None, fault=code[:64])
    return False
