"""`same`: 1 when the two share at least one value of a column, else 0."""

import numpy as np

from matchmaker.criteria.criterion import Block
from matchmaker.criteria.sets import Sets
from matchmaker.reason import Reason


class Same(Sets):
    """Sets that should have something in common."""

    def fill(self, low: int, high: int, mentee_view: Block, _mentor_view: Block, /) -> None:
        self.count(low, high, mentee_view)
        np.minimum(mentee_view, 1, out=mentee_view)

    def reason(self, mentee: int, mentor: int, /) -> Reason | None:
        both = self.both(mentee, mentor)
        return Reason(self.rule.id, "shares_value", {"values": both[:3]}) if both else None

    def difference(self, mentee: int, mentor: int, /) -> Reason | None:
        apart = self.apart(mentee, mentor)
        return Reason(self.rule.id, "other_value", apart) if apart else None
