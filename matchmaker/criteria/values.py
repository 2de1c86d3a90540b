"""`values`: Jaccard similarity of two sets, shared values over all values of either."""

from matchmaker.criteria.criterion import Block
from matchmaker.criteria.nearness import jaccard
from matchmaker.criteria.sets import Sets
from matchmaker.reason import Reason


class Values(Sets):
    """Sets that should have much in common."""

    def fill(self, low: int, high: int, mentee_view: Block, _mentor_view: Block, /) -> None:
        self.count(low, high, mentee_view)
        jaccard(mentee_view, self.mentee_sizes[low:high], self.mentor_sizes)

    def reason(self, mentee: int, mentor: int, /) -> Reason | None:
        both = self.both(mentee, mentor)
        return Reason(self.rule.id, "shares_value", {"values": both[:3]}) if both else None

    def difference(self, mentee: int, mentor: int, /) -> Reason | None:
        offered = sorted((self.mentors[mentor] or frozenset()) - (self.mentees[mentee] or frozenset()))
        wanted = sorted((self.mentees[mentee] or frozenset()) - (self.mentors[mentor] or frozenset()))
        if not offered or not wanted:
            return None
        return Reason(self.rule.id, "other_value", {"mentor": offered[:2], "mentee": wanted[:2]})
