"""Free time of both sides as UTC weeks, with who is happy to write instead; read once, used by gate and
criterion.
"""

from datetime import date
from threading import local

import numpy as np
from numpy.typing import NDArray

from matchmaker import bits, cells, week
from matchmaker.sheet import Setting, Sheet

REMEMBERED = 100_000


class FreeTime:
    """Weeks per person (None unknown) and asynchronous acceptance (bool)."""

    def __init__(self, setting: Setting, *, mentor: str, mentee: str, for_what: str) -> None:
        during = (setting.as_of.date() if setting.as_of else None) or week.REFERENCE_WEEK
        self.mentors = _weeks(setting, setting.mentors, mentor, for_what, during)
        self.mentees = _weeks(setting, setting.mentees, mentee, for_what, during)
        self.mentor_writes = writes(setting, setting.mentors)
        self.mentee_writes = writes(setting, setting.mentees)
        self._mentor_bits = np.ascontiguousarray(week.as_words(self.mentors).T)
        self._mentee_bits = np.ascontiguousarray(week.as_words(self.mentees).T)
        self._last = local()
        self._mentor_silent = np.array([one is None for one in self.mentors], np.bool_)
        self._mentee_silent = np.array([one is None for one in self.mentees], np.bool_)

    def minutes(self, low: int, high: int, out: NDArray[np.float32]) -> None:
        """Write shared free minutes a week, nan where either side does not say.

        The last small block of a thread is kept, since criterion and gate ask for the same one in turn.
        """
        rows, block = getattr(self._last, "block", ((0, 0), out))
        if rows == (low, high):
            out[:] = block
            return
        bits.shared(self._mentee_bits, self._mentor_bits, low, high, out)
        np.multiply(out, np.float32(week.QUARTER), out=out)
        bits.unknown(out, self._mentee_silent[low:high], self._mentor_silent)
        if out.size <= REMEMBERED:
            self._last.block = ((low, high), out.copy())

    def both_write(self, low: int, high: int) -> NDArray[np.bool_]:
        return self.mentee_writes[low:high, None] & self.mentor_writes[None, :]

    @property
    def anybody_writes(self) -> bool:
        return bool(self.mentee_writes.any() and self.mentor_writes.any())

    def together(self, mentee: int, mentor: int) -> frozenset[int]:
        """Return the shared quarter hours of one pair."""
        return (self.mentees[mentee] or frozenset()) & (self.mentors[mentor] or frozenset())


def free_time(setting: Setting, *, mentor: str, mentee: str, for_what: str) -> FreeTime:
    """Return the free time of these columns; gate and criterion share one reading."""
    key = ("free time", mentor, mentee)
    if key not in setting.shared:
        setting.shared[key] = FreeTime(setting, mentor=mentor, mentee=mentee, for_what=for_what)
    found: FreeTime = setting.shared[key]
    return found


def writes(setting: Setting, sheet: Sheet) -> NDArray[np.bool_]:
    """Return who accepts asynchronous mentoring; an empty cell is not a yes."""
    column = setting.rules.column(sheet.side, "async")
    if column is None or not sheet.has(column):
        return np.zeros(len(sheet), np.bool_)
    return np.array([bool(said) for said in sheet.read(column, cells.truth, for_what="async")], np.bool_)


def _weeks(
    setting: Setting, sheet: Sheet, column: str, for_what: str, during: date
) -> list[frozenset[int] | None]:
    zone = setting.rules.column(sheet.side, "zone")
    if not sheet.has(zone):
        sheet.flags.note("no_zone_column", sheet.side, zone or "zone")
    found = []
    for person, cell in zip(
        sheet.people, sheet.read(column, lambda cell: cell.strip() or None, for_what=for_what), strict=True
    ):
        name = person.cells.get(zone or "", "").strip() if sheet.has(zone) else "UTC"
        found.append(_one(sheet, person.id, cell, (column, zone or "zone"), (name, during)))
    return found


def _one(
    sheet: Sheet, person: str, cell: str | None, columns: tuple[str, str], zone: tuple[str, date]
) -> frozenset[int] | None:
    if cell is None:
        return None
    name, during = zone
    if not name:
        sheet.flags.note("empty", sheet.side, columns[1], person=person)
        return None
    try:
        week.zone(name)
    except cells.Unreadable as fault:
        sheet.flags.note("unreadable", sheet.side, columns[1], person=person, sample=name, advice=str(fault))
        return None
    try:
        return week.week(cell, name, during=during)
    except cells.Unreadable as fault:
        sheet.flags.note("unreadable", sheet.side, columns[0], person=person, sample=cell, advice=str(fault))
        return None
