"""What must hold before a pair may be thought of. A gate nobody mapped a column for is off, and the report
says so.

A gate that lacks a cell it needs does not hold (`[gates] empty = "open"` turns that round); either way the
cell is flagged.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matchmaker import bits, cells
from matchmaker.freetime import FreeTime, writes
from matchmaker.sheet import Setting, Sheet

Mask = NDArray[np.bool_]
Forbid = Callable[[int, int, Mask], None]
NAMES = ("capacity", "languages", "hours", "reporting_line", "excluded", "training", "oneself")


@dataclass(frozen=True)
class Gate:
    """`forbid(low, high, out)` marks pairs shut out: out is bool[high-low, mentors]. `why` as in
    GateState.
    """

    id: str
    on: bool
    why: str
    forbid: Forbid | None = None
    column: str = ""
    silent: Mask | None = None
    minutes: Callable[[int, int, NDArray[np.float32]], None] | None = None


def open_gates(setting: Setting) -> list[Gate]:
    """Return every gate of the house, on or off, in a fixed order."""
    return [
        _capacity(setting),
        _languages(setting),
        _hours(setting),
        _reporting_line(setting),
        _excluded(setting),
        _training(setting),
        _oneself(setting),
    ]


def _off(setting: Setting, gate: str, key: str, *sides: str) -> Gate | None:
    """Return the gate switched off when a column it needs is not mapped or not in the file."""
    for side in sides:
        column = setting.rules.column(side, key)
        sheet = setting.sheet(side)
        if column is None:
            return Gate(gate, on=False, why="not_mapped")
        if len(sheet) and not sheet.has(column):
            sheet.flags.note("no_column", side, column)
            return Gate(gate, on=False, why="no_column")
    return None


def _capacity(setting: Setting) -> Gate:
    full = np.array([person.capacity < 1 for person in setting.mentors.people], np.bool_)

    def forbid(_low: int, _high: int, out: Mask) -> None:
        out[:] = full[None, :]

    mapped = setting.mentors.has(setting.rules.column("mentor", "capacity"))
    return Gate("capacity", on=True, why="mapped" if mapped else "given", forbid=forbid)


def _languages(setting: Setting) -> Gate:
    off = _off(setting, "languages", "languages", "mentor", "mentee")
    if off:
        return off
    mentors, mentees = (_spoken(setting, setting.sheet(side)) for side in ("mentor", "mentee"))
    mentor_bits, mentee_bits = bits.encode(mentors, mentees)
    mentor_writes, mentee_writes = writes(setting, setting.mentors), writes(setting, setting.mentees)
    silent = _either([one is None for one in mentees], [one is None for one in mentors])
    open_where_silent = setting.rules.gates.empty == "open"

    def forbid(low: int, high: int, out: Mask) -> None:
        count = np.empty(out.shape, np.float32)
        bits.shared(mentee_bits, mentor_bits, low, high, count)
        np.equal(count, 0, out=out)
        out &= ~(mentee_writes[low:high, None] & mentor_writes[None, :])
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
    off = _off(setting, "hours", "hours", "mentor", "mentee")
    needed = setting.rules.gates.hours_minutes
    if off or needed <= 0:
        return off or Gate("hours", on=False, why="set_off")
    columns = [setting.rules.column(side, "hours") or "" for side in ("mentor", "mentee")]
    time = FreeTime(setting, mentor=columns[0], mentee=columns[1], for_what="the free-time gate")
    open_where_silent = setting.rules.gates.empty == "open"

    def forbid(low: int, high: int, out: Mask) -> None:
        minutes = np.empty(out.shape, np.float32)
        time.minutes(low, high, minutes)
        np.less(np.nan_to_num(minutes, nan=np.inf if open_where_silent else 0), needed, out=out)
        out &= ~time.both_write(low, high)

    mine = np.array([one is None for one in time.mentees], np.bool_)
    return Gate("hours", True, "mapped", forbid, columns[1], mine, time.minutes)


def _reporting_line(setting: Setting) -> Gate:
    bosses = dict(setting.cohort.reports_to)
    for side in ("mentor", "mentee"):
        column, sheet = setting.rules.column(side, "manager"), setting.sheet(side)
        if column is not None and sheet.has(column):
            named = zip(
                sheet.people,
                sheet.read(column, lambda cell: cell.strip() or None, for_what="line"),
                strict=True,
            )
            bosses.update({person.id: boss for person, boss in named if boss})
    mapped = any(setting.sheet(s).has(setting.rules.column(s, "manager")) for s in ("mentor", "mentee"))
    if not bosses and not mapped:
        return Gate("reporting_line", on=False, why="not_mapped")
    above = {person: _above(person, bosses, setting.rules.gates.levels) for person in bosses}
    pairs = {(low, high) for low, all_above in above.items() for high in all_above}
    return Gate(
        "reporting_line", on=True, why="mapped", forbid=_sparse(setting, pairs | {(b, a) for a, b in pairs})
    )


def _above(person: str, bosses: dict[str, str], levels: int) -> list[str]:
    found: list[str] = []
    while len(found) < levels and person in bosses and bosses[person] not in found:
        person = bosses[person]
        found.append(person)
    return found


def _excluded(setting: Setting) -> Gate:
    pairs = set(setting.cohort.excluded)
    mapped = False
    for side in ("mentor", "mentee"):
        column, sheet = setting.rules.column(side, "blocked"), setting.sheet(side)
        if column is not None and sheet.has(column):
            mapped = True
            for person in sheet.people:
                for other in cells.many(person.cells.get(column, "")):
                    pairs.add((other, person.id) if side == "mentor" else (person.id, other))
    if not pairs and not mapped:
        return Gate("excluded", on=False, why="not_mapped")
    return Gate("excluded", on=True, why="mapped" if mapped else "given", forbid=_sparse(setting, pairs))


def _sparse(setting: Setting, pairs: Iterable[tuple[str, str]]) -> Forbid:
    """Return a mask for a few named pairs (mentee id, mentor id); a person in several rows is meant in all
    of them.
    """
    rows, columns = positions(setting.mentees), positions(setting.mentors)
    found = [
        (i, j) for mentee, mentor in pairs for i in rows.get(mentee, ()) for j in columns.get(mentor, ())
    ]
    loose = np.array(sorted(found), np.int64).reshape(-1, 2)

    def forbid(low: int, high: int, out: Mask) -> None:
        out[:] = False
        first, last = np.searchsorted(loose[:, 0], [low, high])
        out[loose[first:last, 0] - low, loose[first:last, 1]] = True

    return forbid


def positions(sheet: Sheet) -> dict[str, list[int]]:
    """Return the rows of each id."""
    found: dict[str, list[int]] = {}
    for row, person in enumerate(sheet.people):
        found.setdefault(person.id, []).append(row)
    return found


def _training(setting: Setting) -> Gate:
    sides = [
        side
        for side in ("mentor", "mentee")
        if setting.sheet(side).has(setting.rules.column(side, "training"))
    ]
    if not sides:
        return _off(setting, "training", "training", "mentor") or Gate("training", on=False, why="not_mapped")
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


def _oneself(setting: Setting) -> Gate:
    off = _off(setting, "oneself", "person", "mentor", "mentee")
    if off:
        return off
    keys = [
        [
            cells.fold(person.cells.get(setting.rules.column(side, "person") or "", ""))
            for person in setting.sheet(side).people
        ]
        for side in ("mentor", "mentee")
    ]
    number = {key: place for place, key in enumerate(sorted({key for side in keys for key in side if key}))}
    mentors = np.array([number.get(key, -1) for key in keys[0]], np.int64)
    mentees = np.array([number.get(key, -2) for key in keys[1]], np.int64)

    def forbid(low: int, high: int, out: Mask) -> None:
        np.equal(mentees[low:high, None], mentors[None, :], out=out)

    return Gate("oneself", on=True, why="mapped", forbid=forbid)


def _either(mentees: list[bool], mentors: list[bool]) -> Callable[[int, int], Mask]:
    mine, theirs = np.array(mentees, np.bool_), np.array(mentors, np.bool_)
    return lambda low, high: mine[low:high, None] | theirs[None, :]
