"""`different`: 1 when the two share no value of a column, else 0. Another department, another generation."""

import numpy as np

from matchmaker.criteria.criterion import Block
from matchmaker.criteria.sets import Sets
from matchmaker.reason import Reason


class Different(Sets):
    """Sets that should have nothing in common."""

    def fill(self, low: int, high: int, mentee_view: Block, _mentor_view: Block, /) -> None:
        self.count(low, high, mentee_view)
        np.subtract(1, np.minimum(mentee_view, 1), out=mentee_view)

    def reason(self, mentee: int, mentor: int, /) -> Reason | None:
        apart = self.apart(mentee, mentor)
        return Reason(self.rule.id, "differs_as_wished", apart) if apart else None

    def difference(self, mentee: int, mentor: int, /) -> Reason | None:
        apart = self.apart(mentee, mentor)
        return Reason(self.rule.id, "other_value", apart) if apart else None
