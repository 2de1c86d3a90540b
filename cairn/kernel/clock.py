"""The only source of time in Cairn.

`now()` is what people experience: the machine's time, moved by a test, shifted by the organisation's own
clock (the time machine of a demo or a rehearsal). `wall()` leaves the organisation's shift out: leases,
retries and log-ins are about this machine, not about a simulation.

All datetimes are aware and in UTC.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

_shift: ContextVar[timedelta] = ContextVar("organisation_clock_shift", default=timedelta())

# A test's move holds for the whole process: the server thread it talks to must live in the same hour.
_still: datetime | None = None
_moved = timedelta()


def now() -> datetime:
    """The present, as the organisation being served lives it."""
    return wall() + _shift.get()


def wall() -> datetime:
    """The present of this machine, whatever an organisation simulates."""
    return (_still or datetime.now(UTC)) + _moved  # noqa: TID251 - here time enters


def today(zone: str = "UTC") -> date:
    """The date it is now in a zone (an IANA name)."""
    return now().astimezone(ZoneInfo(zone)).date()


def shift() -> timedelta:
    """How far the organisation being served is from this machine's time."""
    return _shift.get()


@contextmanager
def shift_by(seconds: float) -> Iterator[None]:
    """Serve an organisation whose clock is `seconds` ahead (negative: behind)."""
    token = _shift.set(timedelta(seconds=seconds))
    try:
        yield
    finally:
        _shift.reset(token)


@contextmanager
def moved(*, to: datetime | None = None, by: timedelta | None = None) -> Iterator[None]:
    """For tests: stand still at `to`, or go on running `by` further; the two nest."""
    global _still, _moved  # noqa: PLW0603 - see _still
    before = (_still, _moved)
    if to is not None:
        if to.tzinfo is None:
            message = "a clock moves to an aware datetime"
            raise ValueError(message)
        _still, _moved = to.astimezone(UTC), timedelta()
    _moved += by or timedelta()
    try:
        yield
    finally:
        _still, _moved = before
