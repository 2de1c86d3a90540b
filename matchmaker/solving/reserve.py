"""Places held back for pairs that do not last."""

from __future__ import annotations

import numpy as np

from matchmaker.solving.edges import Ints


def reserve(capacity: Ints, share: float) -> Ints:
    """What may be given out when `share` (0–1) of all places is held back, rounded up; int32[m].

    Mentors with most places give theirs up first, one each in turn, so few lose their only place.
    """
    if not 0 <= share <= 1:
        raise ValueError("the share held back lies between 0 and 1")
    left = capacity.astype(np.int64).copy()
    rank = (
        np.concatenate([np.arange(places, 0, -1) for places in left]) if len(left) else np.zeros(0, np.int64)
    )
    owner = np.repeat(np.arange(len(left)), left)
    back = int(np.ceil(share * left.sum() - 1e-9))
    taken = np.lexsort((-owner, -rank))[:back]
    np.subtract.at(left, owner[taken], 1)
    return left.astype(np.int32)
