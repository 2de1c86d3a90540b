"""The loops of `skills`: worths of wants against every mentor. Mentee i owns the needs start[i] to
start[i+1]-1.
"""

import numpy as np
from numpy.typing import NDArray

from matchmaker.compiling import compiled
from matchmaker.criteria.criterion import Block

FULL = 100


@compiled
def worths_of(
    start: NDArray[np.int64],
    need: NDArray[np.int32],
    worth: NDArray[np.uint8],
    low: int,
    high: int,
    mean: Block,
    best: Block,
) -> None:
    """Write the mean and the best worth of each mentee's wants, 0-1, into float32[high-low, mentors]."""
    for i in range(low, high):
        total, top = mean[i - low], best[i - low]
        total[:] = 0
        top[:] = 0
        for place in range(start[i], start[i + 1]):
            row = worth[need[place]]
            for j in range(row.shape[0]):
                value = np.float32(row[j])
                total[j] += value
                top[j] = max(top[j], value)
        scale = np.float32(0.01) / np.float32(max(1, start[i + 1] - start[i]))
        for j in range(total.shape[0]):
            total[j] *= scale
            top[j] *= np.float32(0.01)


@compiled
def without_musts(
    start: NDArray[np.int64],
    need: NDArray[np.int32],
    must: NDArray[np.bool_],
    worth: NDArray[np.uint8],
    low: int,
    high: int,
    out: NDArray[np.bool_],
) -> None:
    """Mark mentors who do not offer all that a mentee demands."""
    for i in range(low, high):
        row = out[i - low]
        row[:] = False
        for place in range(start[i], start[i + 1]):
            if must[place]:
                offered = worth[need[place]]
                for j in range(offered.shape[0]):
                    row[j] |= offered[j] < FULL
