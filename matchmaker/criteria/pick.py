"""`pick`: ranked wishes of either side, ids separated by semicolons, the dearest first.

The first choice is 1, the second .8, then .6, .4, and .2 for every later one; somebody not named is 0. Who
names nobody has no wish here, so the part is unknown from that side. Each side's list counts in its own
view only.
"""

import numpy as np
from numpy.typing import NDArray

from matchmaker.asked import Criterion
from matchmaker.cells import many
from matchmaker.criteria.criterion import Block, Demandless
from matchmaker.reason import Reason
from matchmaker.sheet import Setting, Sheet

LEAST = 0.2


class Pick(Demandless):
    """Wishes of both sides: {row on the other side: rank from 0} per person."""

    symmetric = False

    def __init__(self, rule: Criterion, setting: Setting) -> None:
        self.rule = rule
        self.mentees = _wishes(setting.mentees, rule.mentee, setting.mentors, rule)
        self.mentors = _wishes(setting.mentors, rule.mentor, setting.mentees, rule)
        self._rows, self._columns, self._parts = _loose(self.mentors)

    def fill(self, low: int, high: int, mentee_view: Block, mentor_view: Block, /) -> None:
        for row, wishes in enumerate(self.mentees[low:high]):
            mentee_view[row] = np.nan if wishes is None else 0
            for mentor, rank in (wishes or {}).items():
                mentee_view[row, mentor] = _part(rank)
        mentor_view[:] = 0
        mentor_view[:, [wishes is None for wishes in self.mentors]] = np.nan
        here = (self._rows >= low) & (self._rows < high)
        mentor_view[self._rows[here] - low, self._columns[here]] = self._parts[here]

    def reason(self, mentee: int, mentor: int, /) -> Reason | None:
        mine, theirs = (self.mentees[mentee] or {}).get(mentor), (self.mentors[mentor] or {}).get(mentee)
        if mine is not None and theirs is not None:
            return Reason(self.rule.id, "chose_each_other")
        if mine is not None:
            return Reason(self.rule.id, "mentee_chose", {"rank": mine + 1})
        return None if theirs is None else Reason(self.rule.id, "mentor_chose", {"rank": theirs + 1})

    def difference(self, mentee: int, mentor: int, /) -> Reason | None:
        asked = self.mentees[mentee] is not None or self.mentors[mentor] is not None
        return Reason(self.rule.id, "not_chosen") if asked and self.reason(mentee, mentor) is None else None


def _wishes(sheet: Sheet, column: str, others: Sheet, rule: Criterion) -> list[dict[int, int] | None]:
    """Return {row on the other side: rank from 0} per person, None where nobody is named."""
    if not column:
        return [None] * len(sheet)
    rows: dict[str, list[int]] = {}
    for row, other in enumerate(others.people):
        rows.setdefault(other.id, []).append(row)
    listed = sheet.read(column, lambda cell: many(cell) or None, for_what=f'the criterion "{rule.id}"')
    for person, names in zip(sheet.people, listed, strict=True):
        for name in names or ():
            if name not in rows:
                sheet.flags.note("unknown_person", sheet.side, column, person=person.id, sample=name)
    return [
        None
        if names is None
        else {row: rank for rank, name in enumerate(names) for row in rows.get(name, ())}
        for names in listed
    ]


def _part(rank: int) -> float:
    return max(LEAST, 1 - LEAST * rank)


def _loose(
    mentors: list[dict[int, int] | None],
) -> tuple[NDArray[np.int64], NDArray[np.int64], Block]:
    """Return mentors' wishes as mentee row, mentor column and part."""
    found = [
        (row, column, _part(rank)) for column, one in enumerate(mentors) for row, rank in (one or {}).items()
    ]
    rows = np.array([row for row, _, _ in found], np.int64)
    return (
        rows,
        np.array([column for _, column, _ in found], np.int64),
        np.array([p for _, _, p in found], np.float32),
    )
