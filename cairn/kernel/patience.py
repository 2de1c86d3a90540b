"""How long and how often another system is asked: hanging up in time, and trying again within a budget."""

import contextlib
import socket
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

_BUDGET, _EARNED = 10.0, 0.1


@dataclass
class Budget:
    """Tries again: ten to begin with, and one for every ten calls."""

    left: float = _BUDGET
    lock: threading.Lock = field(default_factory=threading.Lock)

    def earn(self) -> None:
        """A call was made."""
        with self.lock:
            self.left = min(_BUDGET, self.left + _EARNED)

    def spend(self) -> bool:
        """Whether there is one left, which is then gone."""
        with self.lock:
            if self.left < 1:
                return False
            self.left -= 1
            return True


@contextmanager
def cut_off(*, after: float) -> Iterator[Callable[[str, Mapping[str, Any]], None]]:
    """Hang up when the time is over: a byte now and then would keep every other limit waiting."""
    streams: list[Any] = []

    def trace(name: str, info: Mapping[str, Any]) -> None:
        if name in {"connection.connect_tcp.complete", "connection.start_tls.complete"}:
            streams.append(info["return_value"])

    def hang_up() -> None:
        for stream in streams[-1:]:
            with contextlib.suppress(OSError):
                stream.get_extra_info("socket").shutdown(socket.SHUT_RDWR)

    timer = threading.Timer(after, hang_up)
    timer.daemon = True
    timer.start()
    try:
        yield trace
    finally:
        timer.cancel()
