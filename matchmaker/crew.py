"""Work on independent blocks shared out to plain threads; which thread takes which block cannot change
what comes out.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

MOST = 4


def share_out(work: Callable[[Iterable[int]], None], blocks: Sequence[int]) -> None:
    """Call `work` once per thread with the blocks left over; each block is handed to one thread only."""
    hands = min(os.cpu_count() or 1, MOST, len(blocks))
    left: Iterator[int] = iter(blocks)
    if hands < 2:  # noqa: PLR2004  one hand needs no thread
        work(left)
        return
    with ThreadPoolExecutor(hands - 1) as crew:
        others = [crew.submit(work, left) for _ in range(hands - 1)]
        work(left)
    for other in others:
        other.result()
