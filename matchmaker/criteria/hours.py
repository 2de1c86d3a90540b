"""`hours`: free minutes a week shared, over `target_minutes` (180 unless said), at most 1; both writing
instead counts .9.

Taking free time away can only lower the minutes shared, so no pair's part rises when somebody's stated
time shrinks. The step of .9 for two people who both accept writing does not depend on hours. Times are
local to each person's zone; see week.py.
"""

import numpy as np

from matchmaker import week
from matchmaker.asked import Criterion
from matchmaker.criteria.criterion import Block, Demandless
from matchmaker.criteria.nearness import reach
from matchmaker.freetime import free_time
from matchmaker.reason import Reason
from matchmaker.refusal import Refusal
from matchmaker.sheet import Setting

WRITING = np.float32(0.9)


class Hours(Demandless):
    """Free weeks of both sides."""

    symmetric = True

    def __init__(self, rule: Criterion, setting: Setting) -> None:
        self.rule = rule
        self.target = np.float32(rule.options.get("target_minutes", 180))
        if not self.target > 0:
            raise Refusal(f'target_minutes of the criterion "{rule.id}" has to be above 0.')
        where = f'the criterion "{rule.id}"'
        self.time = free_time(setting, mentor=rule.mentor, mentee=rule.mentee, for_what=where)

    def fill(self, low: int, high: int, mentee_view: Block, _mentor_view: Block, /) -> None:
        self.time.minutes(low, high, mentee_view)
        reach(mentee_view, self.target)
        if self.time.anybody_writes:
            writing = self.time.both_write(low, high)
            mentee_view[writing] = np.fmax(mentee_view[writing], WRITING)

    def reason(self, mentee: int, mentor: int, /) -> Reason | None:
        together = self.time.together(mentee, mentor)
        if together:
            when = week.spans(together)[:2]
            return Reason(
                self.rule.id, "free_together", {"minutes": len(together) * week.QUARTER, "when": when}
            )
        writing = self.time.mentee_writes[mentee] and self.time.mentor_writes[mentor]
        return Reason(self.rule.id, "both_async") if writing else None

    def difference(self, mentee: int, mentor: int, /) -> Reason | None:
        if self.time.mentees[mentee] is None or self.time.mentors[mentor] is None:
            return None
        minutes = len(self.time.together(mentee, mentor)) * week.QUARTER
        return Reason(self.rule.id, "few_hours", {"minutes": minutes}) if minutes < self.target else None
