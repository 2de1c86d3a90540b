"""`gap`: a step between two numbers (seniority, years), mentor minus mentee, held against an ideal.

part = max(0, 1 - |gap - ideal| / range). `ideal` 0 and `range` 10 unless said.
"""

import numpy as np

from matchmaker import cells
from matchmaker.asked import Criterion
from matchmaker.criteria.criterion import Block, Demandless
from matchmaker.criteria.nearness import step
from matchmaker.reason import Reason
from matchmaker.refusal import Refusal
from matchmaker.sheet import Setting


class Gap(Demandless):
    """Numbers of both sides, float32, nan where unknown."""

    symmetric = True

    def __init__(self, rule: Criterion, setting: Setting) -> None:
        self.rule = rule
        self.ideal = np.float32(rule.options.get("ideal", 0))
        self.range = np.float32(rule.options.get("range", 10))
        if not self.range > 0:
            raise Refusal(f'range of the criterion "{rule.id}" has to be above 0.')
        reading = f'the criterion "{rule.id}"'
        self.mentors = _floats(setting.mentors.read(rule.mentor, cells.number, for_what=reading))
        self.mentees = _floats(setting.mentees.read(rule.mentee, cells.number, for_what=reading))

    def fill(self, low: int, high: int, mentee_view: Block, _mentor_view: Block, /) -> None:
        step(self.mentees[low:high], self.mentors, self.ideal, self.range, mentee_view)

    def reason(self, mentee: int, mentor: int, /) -> Reason | None:
        mine, theirs = float(self.mentees[mentee]), float(self.mentors[mentor])
        close = abs(theirs - mine - self.ideal) < self.range
        return (
            Reason(self.rule.id, "right_distance_in", {"mentor": theirs, "mentee": mine}) if close else None
        )

    def difference(self, mentee: int, mentor: int, /) -> Reason | None:
        gap = float(self.mentors[mentor] - self.mentees[mentee])
        return Reason(self.rule.id, "step_between", {"gap": abs(gap)}) if gap else None


def _floats(numbers: list[float | None]) -> Block:
    return np.array([np.nan if number is None else number for number in numbers], np.float32)
