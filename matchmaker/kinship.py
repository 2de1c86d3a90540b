"""Gates between named people: one reporting line, exclusions and blocks, and nobody with themselves."""

from collections.abc import Iterable

import numpy as np

from matchmaker import cells
from matchmaker.gate import Forbid, Gate, Mask, switched_off
from matchmaker.sheet import Setting, positions


def reporting_line(setting: Setting) -> Gate:
    """Return the gate between people of one line, up or down as many levels as the rules say."""
    pairs = in_line(setting)
    if pairs is None:
        return Gate("reporting_line", on=False, why="not_mapped")
    return Gate("reporting_line", on=True, why="mapped", forbid=_sparse(setting, pairs))


def in_line(setting: Setting) -> set[tuple[str, str]] | None:
    """Return all pairs of ids within the levels of one line, both ways round; None when nobody's manager
    is known.
    """
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
        return None
    above = {person: _above(person, bosses, setting.rules.gates.levels) for person in bosses}
    pairs = {(low, high) for low, all_above in above.items() for high in all_above}
    return pairs | {(b, a) for a, b in pairs}


def _above(person: str, bosses: dict[str, str], levels: int) -> list[str]:
    found: list[str] = []
    while len(found) < levels and person in bosses and bosses[person] not in found:
        person = bosses[person]
        found.append(person)
    return found


def excluded(setting: Setting) -> Gate:
    """Return the gate of pairs that were excluded, or blocked by either side."""
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


def oneself(setting: Setting) -> Gate:
    """Return the gate between two rows of the same person."""
    off = switched_off(setting, "oneself", "person", "mentor", "mentee")
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
