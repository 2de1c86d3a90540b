"""What every kind of criterion can do: fill a block of parts, and say in words what a single pair has or
lacks.
"""

from collections.abc import Callable
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from matchmaker.asked import Criterion
from matchmaker.reason import Reason

Block = NDArray[np.float32]


class Part(Protocol):
    """A criterion encoded for one cohort. A part is 0-1, nan where either side does not say.

    `symmetric` parts are the same seen from both sides; then only the mentee's view is filled.
    `demand` marks pairs that lack something demanded inside a cell (`Maths!`); None when nobody demands.
    A kind that is a matrix product at heart does better on many rows at once: `product` gives raw rows,
    and `finish` turns them into parts where they stand. Both ways give what `fill` gives.
    """

    rule: Criterion
    symmetric: bool

    demand: Callable[[int, int, NDArray[np.bool_]], None] | None
    product: Callable[[int, int], Block] | None

    def finish(self, low: int, high: int, raw: Block, /) -> None:
        """Turn rows of `product` into parts where they stand."""

    def fill(self, low: int, high: int, mentee_view: Block, mentor_view: Block, /) -> None:
        """Write parts of mentees low…high-1 with every mentor; both blocks are float32[high-low, mentors]."""

    def reason(self, mentee: int, mentor: int, /) -> Reason | None:
        """Return what speaks for the pair, or None."""

    def difference(self, mentee: int, mentor: int, /) -> Reason | None:
        """Return what sets the two apart, or None."""


class Direct:
    """A criterion filled directly, without a matrix product; most kinds are."""

    product: Callable[[int, int], Block] | None = None

    def finish(self, low: int, high: int, raw: Block, /) -> None:
        """There is nothing raw to finish."""


class Demandless(Direct):
    """A criterion without demands inside its cells; most kinds are."""

    demand: Callable[[int, int, NDArray[np.bool_]], None] | None = None
