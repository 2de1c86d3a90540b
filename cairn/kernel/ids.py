"""Identifiers: UUID version 7 (RFC 9562), so that new rows land at the end of an index and cannot be guessed.

Within one process ids rise strictly, also inside a millisecond: the twelve bits after the version count
fractions of it. They read the machine's clock, never a moved one: a time machine must not make ids collide.
"""

import secrets
import threading
import time
import uuid

_lock = threading.Lock()
_last = 0


def new() -> uuid.UUID:
    """A new id, greater than every id this process made before."""
    stamp = _next_stamp(time.time_ns())
    bits = (stamp >> 12) << 80 | 0x7 << 76 | (stamp & 0xFFF) << 64 | 0b10 << 62 | secrets.randbits(62)
    return uuid.UUID(int=bits)


def _next_stamp(nanoseconds: int) -> int:
    """Milliseconds in the upper 48 bits, 4,096ths of one in the lower 12; never the same twice."""
    global _last  # noqa: PLW0603 - one counter per process is the point
    milliseconds, rest = divmod(nanoseconds, 1_000_000)
    stamp = milliseconds << 12 | rest * 4096 // 1_000_000
    with _lock:
        _last = max(stamp, _last + 1)
        return _last
