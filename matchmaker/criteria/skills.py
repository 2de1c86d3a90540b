"""`skills`: what the mentee wants against what the mentor offers.

A want is worth the likeness of the nearest offered skill (same 1, sibling .7, parent .5) whose level
range, if it has one, holds the mentee's level; a level outside the range is worth 0, an unknown level is
not held against anybody. The mentee's view is the mean over the wants, the mentor's view the best single
want: one thing of theirs is needed. A want marked `!` must be offered itself, in range. Worths are whole
hundredths, so equal wants compare equal.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from matchmaker import bits, cells
from matchmaker.asked import Criterion
from matchmaker.criteria.criterion import Block, Direct
from matchmaker.criteria.likeness import Likeness
from matchmaker.criteria.worths import FULL, without_musts, worths_of
from matchmaker.reason import Reason
from matchmaker.sheet import Setting

Need = tuple[str, float | None]


class Skills(Direct):
    """Every distinct need (code, level) has a row of worths, uint8[needs, mentors] in hundredths."""

    symmetric = False

    def __init__(self, rule: Criterion, setting: Setting) -> None:
        self.rule = rule
        self._likeness = Likeness(setting)
        self.offered = self._offers(setting)
        self.wanted = self._wants(setting)
        self.needs = sorted({need for wants in self.wanted for need in wants}, key=_order)
        self.worth = self._worths()
        row = {need: place for place, need in enumerate(self.needs)}
        self.start = np.zeros(len(self.wanted) + 1, np.int64)
        np.cumsum([len(wants) for wants in self.wanted], out=self.start[1:])
        self.need = np.array([row[need] for wants in self.wanted for need in wants], np.int32)
        self.must = np.array([must for wants in self.wanted for must in wants.values()], np.bool_)
        self.demand: Callable[[int, int, NDArray[np.bool_]], None] | None
        self.demand = self._lacking if self.must.any() else None
        self._silent = np.array([not offers for offers in self.offered], np.bool_)

    def _offers(self, setting: Setting) -> list[dict[str, list[cells.WrittenSkill]]]:
        read = setting.mentors.read(
            self.rule.mentor, cells.skills, for_what=f'the criterion "{self.rule.id}"'
        )
        found: list[dict[str, list[cells.WrittenSkill]]] = []
        for skills in read:
            offers: dict[str, list[cells.WrittenSkill]] = {}
            for skill in skills or ():
                offers.setdefault(self._likeness.code(skill.name), []).append(skill)
            found.append(offers)
        return found

    def _wants(self, setting: Setting) -> list[dict[Need, bool]]:
        where = f'the criterion "{self.rule.id}"'
        read = setting.mentees.read(self.rule.mentee, cells.skills, for_what=where)
        column = self.rule.options.get("level")
        none: list[float | None] = [None] * len(setting.mentees)
        levels = setting.mentees.read(str(column), cells.number, for_what=where) if column else none
        found: list[dict[Need, bool]] = []
        for skills, level in zip(read, levels, strict=True):
            wants: dict[Need, bool] = {}
            for skill in skills or ():
                need = (self._likeness.code(skill.name), level if skill.low is None else float(skill.low))
                wants[need] = wants.get(need, False) or skill.must
            found.append(dict(sorted(wants.items(), key=lambda want: _order(want[0]))))
        return found

    def _worths(self) -> NDArray[np.uint8]:
        worth = np.zeros((len(self.needs), len(self.offered)), np.uint8)
        by_code = self._offers_by_code()
        offered = self._likeness.offered(by_code)
        near = {code: self._likeness.near(code, offered) for code, _ in self.needs}
        for row, (code, level) in enumerate(self.needs):
            for other, likeness in near[code].items():
                mentors, lowest, highest = by_code[other]
                fits = (
                    (lowest <= level) & (level <= highest)
                    if level is not None
                    else np.ones(len(mentors), np.bool_)
                )
                here = mentors[fits]
                worth[row, here] = np.maximum(worth[row, here], round(likeness * FULL))
        return worth

    def _offers_by_code(self) -> dict[str, tuple[NDArray[np.int64], Block, Block]]:
        loose: dict[str, list[tuple[int, float, float]]] = {}
        for mentor, offers in enumerate(self.offered):
            for code, skills in offers.items():
                for skill in skills:
                    low = -np.inf if skill.low is None else float(skill.low)
                    high = np.inf if skill.high is None else float(skill.high)
                    loose.setdefault(code, []).append((mentor, low, high))
        return {code: _columns(found) for code, found in sorted(loose.items())}

    def fill(self, low: int, high: int, mentee_view: Block, mentor_view: Block, /) -> None:
        worths_of(self.start, self.need, self.worth, low, high, mentee_view, mentor_view)
        silent = np.diff(self.start[low : high + 1]) == 0
        bits.unknown(mentee_view, silent, self._silent)
        bits.unknown(mentor_view, silent, self._silent)

    def _lacking(self, low: int, high: int, out: NDArray[np.bool_]) -> None:
        without_musts(self.start, self.need, self.must, self.worth, low, high, out)

    def wants(self, mentee: int) -> list[Need]:
        return list(self.wanted[mentee])

    def worth_of(self, mentee: int, mentor: int) -> dict[Need, int]:
        places = range(int(self.start[mentee]), int(self.start[mentee + 1]))
        return {self.needs[self.need[place]]: int(self.worth[self.need[place], mentor]) for place in places}

    def shared(self, mentee: int, mentor: int) -> int:
        """Return how many wanted skills are offered themselves, in range."""
        return sum(worth == FULL for worth in self.worth_of(mentee, mentor).values())

    def musts(self, mentee: int) -> list[str]:
        """Return the skills this mentee demands."""
        return [self.needs[self.need[place]][0] for place in self._demanded(mentee)]

    def offered_by_nobody(self, mentee: int) -> list[str]:
        """Return the demanded skills that no mentor offers in range."""
        worths = {place: self.worth[self.need[place]] for place in self._demanded(mentee)}
        return [
            self.needs[self.need[place]][0] for place, worth in worths.items() if not (worth == FULL).any()
        ]

    def _demanded(self, mentee: int) -> list[int]:
        return [
            place for place in range(int(self.start[mentee]), int(self.start[mentee + 1])) if self.must[place]
        ]

    def exact(self, mentee: int, mentor: int) -> list[str]:
        """Return what is wanted and offered itself, in range."""
        return [code for (code, _), worth in self.worth_of(mentee, mentor).items() if worth == FULL]

    def reason(self, mentee: int, mentor: int, /) -> Reason | None:
        worths = self.worth_of(mentee, mentor)
        exact = self.exact(mentee, mentor)
        if exact:
            return Reason(self.rule.id, "offers_what_you_want", {"skills": exact[:3]})
        near = [code for (code, _), worth in worths.items() if worth]
        if not near:
            return None
        offered = self._likeness.near(near[0], self._likeness.offered(self.offered[mentor]))
        best = max(sorted(offered), key=lambda code: offered[code])
        return Reason(self.rule.id, "offers_near_what_you_want", {"skills": [best], "wanted": near[:1]})

    def difference(self, mentee: int, mentor: int, /) -> Reason | None:
        missing = [code for (code, _), worth in self.worth_of(mentee, mentor).items() if worth < FULL]
        if not missing or not self.offered[mentor]:
            return None
        return Reason(self.rule.id, "not_offered", {"skills": missing[:3]})


def _order(need: Need) -> tuple[str, float]:
    """Sort by code, then by level, an unknown level first."""
    return need[0], -1.0 if need[1] is None else need[1]


def _columns(found: list[tuple[int, float, float]]) -> tuple[NDArray[np.int64], Block, Block]:
    who = np.array([mentor for mentor, _, _ in found], np.int64)
    return (
        who,
        np.array([low for _, low, _ in found], np.float32),
        np.array([high for *_, high in found], np.float32),
    )
