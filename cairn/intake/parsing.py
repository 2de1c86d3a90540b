"""From the cells of a row to a draft and its faults."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from cairn.intake.cells.claims import read_claims
from cairn.intake.cells.cleaning import MOST_SIGNS, parts, says_nothing
from cairn.intake.cells.hours import merged, read_hours
from cairn.intake.cells.monthly import read_hours_a_month
from cairn.intake.cells.numbers import read_capacity, read_level, read_moment, read_number, read_yes
from cairn.intake.cells.personal import read_email, read_line, read_name, read_words
from cairn.intake.cells.places import read_zone
from cairn.intake.cells.reading import Reading, Snag
from cairn.intake.cells.tongues import read_languages
from cairn.intake.column import GROUP, IGNORE, Column
from cairn.intake.draft import Draft
from cairn.intake.fault import Fault
from cairn.intake.mends import Mends

Reader = Callable[[str], Reading]

MOST_LINE, MOST_ID, MOST_GOAL, MOST_OPTION, MOST_GROUP = 200, 120, 2000, 200, 120

#: A name is built from two columns where a list keeps them apart.
_HALVES = ("given_name", "family_name")


class Parser:
    """Reads rows. `home` is the organisation's zone; `kinds` the kinds of questions already asked, by
    code.
    """

    def __init__(
        self,
        columns: Sequence[Column],
        *,
        mends: Mends,
        home: str = "UTC",
        kinds: Mapping[str, str] | None = None,
    ) -> None:
        """Look up each column's reader once."""
        self._mends = mends
        self._readers = [
            (column, _reader(column, home=home, kinds=kinds or {}))
            for column in columns
            if column.meaning not in {IGNORE, GROUP, *_HALVES}
        ]
        self._halves = [column for half in _HALVES for column in columns if column.meaning == half]
        self._groups = [column for column in columns if column.meaning == GROUP]
        self._name = next((column for column in columns if column.meaning == "name"), None)
        self._email = next((column for column in columns if column.meaning == "email"), None)
        self._id = next((column for column in columns if column.meaning == "external_id"), None)

    def parse(
        self, row: int, cells: list[str], formulas: Collection[tuple[int, int]] = ()
    ) -> tuple[Draft, list[Fault]]:
        """The draft of one row, and what is wrong with it; a faulty cell leaves its field empty."""
        draft = Draft(row)
        found: list[tuple[Column, str, Snag]] = []
        for column, read in self._readers:
            raw = self._mends.mended(cells[column.index], row=row, column=column.index)
            cell = self._mends.taken(column.meaning, raw)
            if (row, column.index) in formulas and not cell:
                found.append((column, "", Snag("formula", "")))
                continue
            if not cell and column is not self._name:
                continue
            reading = (
                read(cell) if len(cell) <= MOST_SIGNS else Reading(None, (Snag("too_long", cell[:60] + "…"),))
            )
            found += [(column, raw, snag) for snag in reading.snags]
            if not reading.faulty and reading.value is not None:
                _fill(draft, column, reading.value)
        self._fill_name(draft, cells, found)
        self._fill_groups(draft, cells)
        self._ask_for_a_key(draft, found)
        return draft, [_fault(draft, column, cell, snag) for column, cell, snag in found]

    def _fill_name(self, draft: Draft, cells: list[str], found: list[tuple[Column, str, Snag]]) -> None:
        """A name from its halves, where there is no whole one."""
        if draft.name or not self._halves or self._name:
            return
        halves = [
            self._mends.mended(cells[half.index], row=draft.row, column=half.index) for half in self._halves
        ]
        reading = read_name(" ".join(half for half in halves if half))
        draft.name = reading.value or ""
        found += [(self._halves[0], " ".join(halves), snag) for snag in reading.snags]

    def _fill_groups(self, draft: Draft, cells: list[str]) -> None:
        """What goes to `inclusion`; it has no faults, since a fault would have to be shown."""
        for column in self._groups:
            said = " ".join(cells[column.index].split())[:MOST_GROUP]
            if said and not says_nothing(said):
                draft.groups[column.detail] = said

    def _ask_for_a_key(self, draft: Draft, found: list[tuple[Column, str, Snag]]) -> None:
        """Every row needs an address or a number, or it would double when the file comes again."""
        if (
            draft.email
            or draft.external_id
            or any(column in (self._email, self._id) for column, _, _ in found)
        ):
            return
        column = self._email or self._id
        found.append((column or Column(-1, ""), "", Snag("email_empty", "")))


def _reader(column: Column, *, home: str, kinds: Mapping[str, str]) -> Reader:
    simple: dict[str, Reader] = {
        "name": read_name,
        "email": read_email,
        "zone": lambda cell: read_zone(cell, home=home),
        "hours": read_hours,
        "offered": lambda cell: read_claims(cell, comma=column.comma),
        "wanted": lambda cell: read_claims(cell, comma=column.comma),
        "languages": read_languages,
        "level": read_level,
        "capacity": read_capacity,
        "hours_a_month": read_hours_a_month,
        "async_ok": read_yes,
        "arrived": read_moment,
        "goal": lambda cell: read_words(cell, most=MOST_GOAL),
        "external_id": lambda cell: read_line(cell, most=MOST_ID),
        "pronouns": lambda cell: read_line(cell, most=60),
        "manager": lambda cell: read_line(cell, most=254),
    }
    if column.meaning == "question":
        return _question_reader(column, kinds)
    return simple.get(column.meaning, lambda cell: read_line(cell, most=MOST_LINE))


def _question_reader(column: Column, kinds: Mapping[str, str]) -> Reader:
    state, _, rest = column.detail.partition(":")
    kind = rest if state == "new" else kinds.get(rest, "text")
    if kind in {"number", "scale"}:
        return read_number
    if kind == "choices":
        return lambda cell: _read_options(cell, comma=column.comma)
    return lambda cell: (
        read_line(cell, most=MOST_OPTION) if kind == "choice" else read_words(cell, most=MOST_GOAL)
    )


def _read_options(cell: str, *, comma: bool) -> Reading:
    if says_nothing(cell):
        return Reading(None)
    pieces = parts(cell, comma=comma)
    long = [piece for piece in pieces if len(piece) > MOST_OPTION]
    return Reading(pieces, tuple(Snag("too_long", piece[:60] + "…") for piece in long))


def _fill(draft: Draft, column: Column, value: Any) -> None:
    """Put a value where its meaning says; columns that share a meaning add up."""
    meaning = column.meaning
    if meaning == "question":
        draft.answers[column.index] = value
    elif meaning == "hours":
        draft.hours = merged([*(draft.hours or ()), *value])
    elif meaning in {"offered", "wanted"}:
        before = getattr(draft, meaning) or []
        codes = {claim.code for claim in before}
        setattr(draft, meaning, [*before, *(claim for claim in value if claim.code not in codes)])
    elif meaning == "languages":
        draft.languages = list(dict.fromkeys([*(draft.languages or ()), *value]))
    else:
        setattr(draft, meaning, value)


def _fault(draft: Draft, column: Column, cell: str, snag: Snag) -> Fault:
    return Fault(
        row=draft.row,
        column=column.index,
        code=snag.code,
        name=draft.name,
        heading=column.heading,
        meaning=column.meaning,
        cell=cell if len(cell) <= MOST_LINE else cell[: MOST_LINE - 1] + "…",
        part=snag.part,
        offer=snag.offer,
        is_note=snag.is_note,
    )
