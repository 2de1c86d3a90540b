"""`distance`: how near two places are, seen the same from both sides.

Coordinates (`52.52, 13.40`, degrees) on both sides: part = max(0, 1 - km / reach_km) along a great circle
of a sphere of 6,371 km; `reach_km` is 100 unless said. Named places (`Germany/Berlin/Mitte`, wide to
narrow): part = shared leading steps over the longer of the two paths. One of each is unknown. With `far =
true` the part is turned round, for programmes that mix sites.
"""

import numpy as np
from numpy.typing import NDArray

from matchmaker import cells
from matchmaker.asked import Criterion
from matchmaker.compiling import compiled
from matchmaker.criteria.criterion import Block, Demandless
from matchmaker.reason import Reason
from matchmaker.refusal import Refusal
from matchmaker.sheet import Setting

EARTH_KM = 6371.0
Place = tuple[float, float] | tuple[str, ...] | None


class Distance(Demandless):
    """Places of both sides; nan where one has none, or where they are told in different ways."""

    symmetric = True

    def __init__(self, rule: Criterion, setting: Setting) -> None:
        self.rule = rule
        self.reach = float(rule.options.get("reach_km", 100))
        self.far = bool(rule.options.get("far", False))
        if self.reach <= 0:
            raise Refusal(f'reach_km of the criterion "{rule.id}" has to be above 0.')
        where = f'the criterion "{rule.id}"'
        self.mentors: list[Place] = list(setting.mentors.read(rule.mentor, cells.place, for_what=where))
        self.mentees: list[Place] = list(setting.mentees.read(rule.mentee, cells.place, for_what=where))
        self._mentor_points, self._mentee_points = _points(self.mentors), _points(self.mentees)
        self._mentor_steps, self._mentee_steps = _steps(self.mentors, self.mentees)
        self._named = bool((self._mentor_steps >= 0).any() and (self._mentee_steps >= 0).any())
        for sheet, column in ((setting.mentors, rule.mentor), (setting.mentees, rule.mentee)):
            for person in sheet.people:
                for step in person.cells.get(column, "").split("/"):
                    setting.label(cells.fold(step), step.strip())

    def fill(self, low: int, high: int, mentee_view: Block, _mentor_view: Block, /) -> None:
        _near(self._mentee_points, self._mentor_points, self.reach / EARTH_KM, low, high, mentee_view)
        if self._named:
            unknown = np.isnan(mentee_view)
            mentee_view[unknown] = self._common(low, high)[unknown]
        if self.far:
            np.subtract(1, mentee_view, out=mentee_view)

    def _common(self, low: int, high: int) -> NDArray[np.float64]:
        """Return shared leading steps over the longer path, nan where either has no named place."""
        mine, theirs = self._mentee_steps[low:high], self._mentor_steps
        longest = np.maximum((mine >= 0).sum(1)[:, None], (theirs >= 0).sum(1)[None, :])
        same = np.ones((len(mine), len(theirs)), np.bool_)
        count = np.zeros((len(mine), len(theirs)))
        for step in range(mine.shape[1]):
            same &= (mine[:, step, None] == theirs[None, :, step]) & (mine[:, step, None] >= 0)
            count += same
        known = (mine[:, 0, None] >= 0) & (theirs[None, :, 0] >= 0)
        return np.where(known, count / np.maximum(longest, 1), np.nan)

    def _km(self, mentee: int, mentor: int) -> float:
        cosine = float(self._mentee_points[mentee] @ self._mentor_points[mentor])
        return float(np.arccos(np.clip(cosine, -1, 1)) * EARTH_KM)

    def reason(self, mentee: int, mentor: int, /) -> Reason | None:
        km = self._km(mentee, mentor)
        if not np.isnan(km):
            wished = (km < self.reach) is not self.far
            return Reason(self.rule.id, "near", {"km": round(km)}) if wished else None
        mine, theirs = self.mentees[mentee], self.mentors[mentor]
        if not mine or not theirs:
            return None
        if mine[0] == theirs[0] and not self.far:
            common = [a for a, b in zip(mine, theirs, strict=False) if a == b]
            return Reason(self.rule.id, "same_place", {"place": common[-1]})
        if mine != theirs and self.far:
            return Reason(self.rule.id, "far", {"mentor": theirs[-1], "mentee": mine[-1]})
        return None

    def difference(self, mentee: int, mentor: int, /) -> Reason | None:
        km = self._km(mentee, mentor)
        if not np.isnan(km):
            return Reason(self.rule.id, "near", {"km": round(km)}) if km >= 1 else None
        mine, theirs = self.mentees[mentee], self.mentors[mentor]
        if (
            not mine
            or not theirs
            or mine == theirs
            or isinstance(mine[0], float)
            or isinstance(theirs[0], float)
        ):
            return None
        return Reason(self.rule.id, "other_value", {"mentor": theirs[-1], "mentee": mine[-1]})


@compiled
def _near(
    mentees: NDArray[np.float64], mentors: NDArray[np.float64], reach: float, low: int, high: int, out: Block
) -> None:
    """Write max(0, 1 - angle / reach), both in radians; the angle is worked out only where it can be
    within reach.
    """
    edge = np.cos(min(reach, np.pi))
    for i in range(low, high):
        x, y, z = mentees[i]
        for j in range(mentors.shape[0]):
            cosine = x * mentors[j, 0] + y * mentors[j, 1] + z * mentors[j, 2]
            if cosine <= edge and reach < np.pi:
                out[i - low, j] = 0
            else:
                out[i - low, j] = max(0.0, 1 - np.arccos(min(1.0, max(-1.0, cosine))) / reach)
            if cosine != cosine:  # noqa: PLR0124  only nan differs from itself
                out[i - low, j] = np.nan


def _points(places: list[Place]) -> NDArray[np.float64]:
    """Return unit vectors float64[people, 3]; nan without coordinates."""
    rows = [place if place and isinstance(place[0], float) else (np.nan, np.nan) for place in places]
    latitude, longitude = np.radians(np.array(rows, np.float64).reshape(-1, 2)).T
    flat = np.cos(latitude)
    return np.stack([flat * np.cos(longitude), flat * np.sin(longitude), np.sin(latitude)], axis=1)


def _steps(mentors: list[Place], mentees: list[Place]) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Return the steps of named places as int32[people, depth], -1 past the end."""
    paths = [[tuple(p) if p and isinstance(p[0], str) else () for p in side] for side in (mentors, mentees)]
    number = {
        step: n for n, step in enumerate(sorted({str(s) for side in paths for path in side for s in path}))
    }
    depth = max((len(path) for side in paths for path in side), default=0) or 1
    found = [np.full((len(side), depth), -1, np.int32) for side in paths]
    for side, table in zip(paths, found, strict=True):
        for row, path in enumerate(side):
            table[row, : len(path)] = [number[str(step)] for step in path]
    return found[0], found[1]
