"""Turning loops into machine code, typed for the checker. Kernels are cached on disk and run without the
interpreter lock.
"""

from collections.abc import Callable
from typing import Any, TypeVar, cast

import numba as nb
from numba.core import types
from numba.extending import intrinsic

F = TypeVar("F", bound=Callable[..., Any])


def compiled(function: F) -> F:
    """Compile a kernel at its first call; later starts load it from the cache."""
    return cast("F", nb.njit(cache=True, nogil=True, error_model="numpy")(function))


def _ctpop(_context: Any, word: Any) -> Any:
    def generate(_target: Any, builder: Any, _signature: Any, words: Any) -> Any:
        return builder.ctpop(words[0])

    return types.uint64(word), generate


popcount = cast("Callable[[Any], Any]", intrinsic(_ctpop))
