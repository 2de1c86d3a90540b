"""What must hold before a pair may be thought of. A gate nobody mapped a column for is off, and the report
says so.

A gate that lacks a cell it needs does not hold (`[gates] empty = "open"` turns that round); either way the
cell is flagged.
"""

from collections.abc import Callable

import numpy as np

from matchmaker import bits, cells, kinship
from matchmaker.freetime import free_time, writes
from matchmaker.gate import Gate, Mask, excuse, few, switched_off
from matchmaker.sheet import Setting, Sheet


def open_gates(setting: Setting) -> list[Gate]:
    """Return every gate of the house, on or off, in a fixed order."""
    return [
        _capacity(setting),
        _languages(setting),
        _hours(setting),
        kinship.reporting_line(setting),
        kinship.excluded(setting),
        _training(setting),
        kinship.oneself(setting),
    ]


def _capacity(setting: Setting) -> Gate:
    full = np.array([person.capacity < 1 for person in setting.mentors.people], np.bool_)

    def forbid(_low: int, _high: int, out: Mask) -> None:
        out[:] = full[None, :]

    columns = (setting.rules.column("mentor", key) for key in ("capacity", "monthly_hours"))
    mapped = any(setting.mentors.has(column) for column in columns)
    why = "mapped" if mapped else "given"
    return Gate("capacity", on=True, why=why, forbid=forbid if full.any() else None)


def _languages(setting: Setting) -> Gate:
    off = switched_off(setting, "languages", "languages", "mentor", "mentee")
    if off:
        return off
    mentors, mentees = (_spoken(setting, setting.sheet(side)) for side in ("mentor", "mentee"))
    mentor_bits, mentee_bits = bits.encode(mentors, mentees)
    mentor_writes, mentee_writes = writes(setting, setting.mentors), writes(setting, setting.mentees)
    silent = _either([one is None for one in mentees], [one is None for one in mentors])
    open_where_silent = setting.rules.gates.empty == "open"

    def forbid(low: int, high: int, out: Mask) -> None:
        bits.apart(mentee_bits, mentor_bits, low, high, out)
        excuse(out, mentee_writes[low:high], mentor_writes)
        if open_where_silent:
            out &= ~silent(low, high)

    column = setting.rules.column("mentee", "languages") or ""
    mine = np.array([one is None for one in mentees], np.bool_)
    return Gate("languages", on=True, why="mapped", forbid=forbid, column=column, silent=mine)


def _spoken(setting: Setting, sheet: Sheet) -> list[frozenset[str] | None]:
    column = setting.rules.column(sheet.side, "languages") or ""

    def read(cell: str) -> frozenset[str] | None:
        found = {cells.fold(value): value for value in cells.many(cell)}
        for code, written in found.items():
            setting.label(code, written)
        return frozenset(found) or None

    return sheet.read(column, read, for_what="the language gate")


def _hours(setting: Setting) -> Gate:
    off = switched_off(setting, "hours", "hours", "mentor", "mentee")
    needed = setting.rules.gates.hours_minutes
    if off or needed <= 0:
        return off or Gate("hours", on=False, why="set_off")
    columns = [setting.rules.column(side, "hours") or "" for side in ("mentor", "mentee")]
    time = free_time(setting, mentor=columns[0], mentee=columns[1], for_what="the free-time gate")
    open_where_silent = setting.rules.gates.empty == "open"

    def forbid(low: int, high: int, out: Mask) -> None:
        minutes = np.empty(out.shape, np.float32)
        time.minutes(low, high, minutes)
        few(minutes, needed, np.bool_(open_where_silent), out)
        excuse(out, time.mentee_writes[low:high], time.mentor_writes)

    mine = np.array([one is None for one in time.mentees], np.bool_)
    return Gate("hours", True, "mapped", forbid, columns[1], mine, time.minutes)


def _training(setting: Setting) -> Gate:
    sides = [
        side
        for side in ("mentor", "mentee")
        if setting.sheet(side).has(setting.rules.column(side, "training"))
    ]
    if not sides:
        return switched_off(setting, "training", "training", "mentor") or Gate(
            "training", on=False, why="not_mapped"
        )
    ready = {side: np.ones(len(setting.sheet(side)), np.bool_) for side in ("mentor", "mentee")}
    for side in sides:
        column = setting.rules.column(side, "training") or ""
        done = setting.sheet(side).read(column, cells.truth, for_what="the training gate")
        open_where_silent = setting.rules.gates.empty == "open"
        ready[side] = np.array([open_where_silent if one is None else one for one in done], np.bool_)

    def forbid(low: int, high: int, out: Mask) -> None:
        np.logical_not(ready["mentee"][low:high, None] & ready["mentor"][None, :], out=out)

    column = setting.rules.column("mentee", "training") or ""
    return Gate("training", on=True, why="mapped", forbid=forbid, column=column, silent=~ready["mentee"])


def _either(mentees: list[bool], mentors: list[bool]) -> Callable[[int, int], Mask]:
    mine, theirs = np.array(mentees, np.bool_), np.array(mentors, np.bool_)
    return lambda low, high: mine[low:high, None] | theirs[None, :]
