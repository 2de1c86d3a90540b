"""How evenly something is spread over people."""

from collections.abc import Sequence

import numpy as np


def gini(amounts: Sequence[float]) -> float:
    """Return the Gini coefficient of amounts from 0 on: 0 all alike, (n-1)/n one has everything. Nothing
    to share is 0.

    Source: C. Gini, Variabilità e mutabilità (1912), as half the relative mean absolute difference.
    """
    held = np.sort(np.asarray(amounts, np.float64))
    if len(held) and held[0] < 0:
        raise ValueError("amounts begin at 0")
    if not len(held) or held.sum() == 0:
        return 0.0
    rank = np.arange(1, len(held) + 1)
    return float((2 * rank - len(held) - 1) @ held / (len(held) * held.sum()))
