"""`waiting`: fairness of the queue. Days since a row arrived over `days` (30 unless said), at most 1, each
side its own.

The engine has no clock: the moment waited for is given (`as_of`), or else the latest arrival of anybody in
the cohort.
"""

import numpy as np

from matchmaker.asked import Criterion
from matchmaker.criteria.criterion import Block, Demandless
from matchmaker.reason import Reason
from matchmaker.refusal import Refusal
from matchmaker.sheet import Setting, Sheet

DAY = 86400.0


class Waiting(Demandless):
    """Days waited per row, float32, nan without an arrival."""

    symmetric = False

    def __init__(self, rule: Criterion, setting: Setting) -> None:
        self.rule = rule
        self.full = float(rule.options.get("days", 30))
        if self.full <= 0:
            raise Refusal(f'days of the criterion "{rule.id}" has to be above 0.')
        arrivals = [
            one.arrived for side in (setting.mentors, setting.mentees) for one in side.people if one.arrived
        ]
        self.as_of = setting.as_of or max(arrivals, default=None)
        self.mentors, self.mentees = self._days(setting.mentors), self._days(setting.mentees)

    def _days(self, sheet: Sheet) -> Block:
        column = "arrived"
        for person in sheet.people:
            if person.arrived is None:
                sheet.flags.note("empty", sheet.side, column, person=person.id)
        waited = [
            (self.as_of - one.arrived).total_seconds() / DAY if self.as_of and one.arrived else np.nan
            for one in sheet.people
        ]
        return np.array(waited, np.float32)

    def fill(self, low: int, high: int, mentee_view: Block, mentor_view: Block, /) -> None:
        mentee_view[:] = np.clip(self.mentees[low:high, None] / np.float32(self.full), 0, 1)
        mentor_view[:] = np.clip(self.mentors[None, :] / np.float32(self.full), 0, 1)

    def reason(self, mentee: int, _mentor: int, /) -> Reason | None:
        days = float(self.mentees[mentee])
        return Reason(self.rule.id, "waited", {"days": round(days)}) if days >= 1 else None

    def difference(self, _mentee: int, _mentor: int, /) -> Reason | None:
        return None
