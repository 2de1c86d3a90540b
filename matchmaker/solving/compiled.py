"""One decorator for every kernel: machine code, cached on disk, free of the interpreter's lock.

No kernel uses numba's own threads: OpenMP dies after a fork and numba's queue dies when two threads call
it, and a web server does both.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, cast

import numba

Kernel = TypeVar("Kernel", bound=Callable[..., Any])


def compiled(function: Kernel) -> Kernel:
    """Compile on first call; later processes load the result from the cache beside the file."""
    return cast("Kernel", numba.njit(cache=True, nogil=True)(function))


def hurried(function: Kernel) -> Kernel:
    """The same for kernels that never meet a nan: the largest of many is then found eight at a time."""
    return cast("Kernel", numba.njit(cache=True, nogil=True, fastmath={"nnan", "nsz"})(function))


def woven(function: Kernel) -> Kernel:
    """The same, but copied into its callers: a call that hands over arrays costs more than a bid."""
    return cast("Kernel", numba.njit(cache=True, nogil=True, inline="always")(function))
