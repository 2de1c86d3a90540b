"""`swap`: each helps the other. The part is the geometric mean of what either learns: √(T(a→b) · T(b→a)).

T is the learner's view of `skills`: the mean likeness over what they want. It reads four columns: `mentor`
(what the mentor offers) against `mentee` (what the mentee wants), and `offers` (what the mentee offers)
against `wants` (what the mentor wants). Where one direction stays below `floor` there is no swap: the part
is 0.
"""

from dataclasses import replace

import numpy as np

from matchmaker.asked import Criterion
from matchmaker.criteria.criterion import Block, Demandless
from matchmaker.criteria.skills import Skills
from matchmaker.reason import Reason
from matchmaker.sheet import Setting


class Swap(Demandless):
    """Two directions of skills; the way back is worked out once, float32[mentees, mentors]."""

    symmetric = True

    def __init__(self, rule: Criterion, setting: Setting) -> None:
        self.rule = rule
        self._floor = np.float32(rule.options.get("floor", 0.0))
        turned = replace(setting, mentors=setting.mentees, mentees=setting.mentors)
        there = replace(rule, options={})
        back = replace(there, mentor=str(rule.options["offers"]), mentee=str(rule.options["wants"]))
        self._there, self._back = Skills(there, setting), Skills(back, turned)
        shape = len(setting.mentors), len(setting.mentees)
        learnt, best = np.empty(shape, np.float32), np.empty(shape, np.float32)
        self._back.fill(0, shape[0], learnt, best)
        self._returned = np.ascontiguousarray(learnt.T)

    def fill(self, low: int, high: int, mentee_view: Block, _mentor_view: Block, /) -> None:
        best = np.empty_like(mentee_view)
        self._there.fill(low, high, mentee_view, best)
        returned = self._returned[low:high]
        # What is unknown stays so: nan is neither below the floor nor above it.
        too_little = (mentee_view < self._floor) | (returned < self._floor)
        np.multiply(mentee_view, returned, out=mentee_view)
        np.sqrt(mentee_view, out=mentee_view)
        mentee_view[too_little] = 0

    def reason(self, mentee: int, mentor: int, /) -> Reason | None:
        there, back = self._there.exact(mentee, mentor), self._back.exact(mentor, mentee)
        if not there or not back:
            return None
        return Reason(self.rule.id, "swap", {"skills": there[:2], "wanted": back[:2]})

    def difference(self, mentee: int, mentor: int, /) -> Reason | None:
        return self._there.difference(mentee, mentor)
