"""XLSX: the first sheet with rows in it, values as a person sees them, formulas by their last result."""

import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from openpyxl import load_workbook

from cairn.intake.cells.cleaning import clean
from cairn.intake.sheet import MOST_COLUMNS, MOST_ROWS, Sheet, Unreadable, sheet_of

#: A sheet may claim a million rows and hold ten; after so many blank ones it is over.
_BLANKS_TO_END = 2000


def read_xlsx(content: bytes) -> Sheet:
    """The table in a workbook; raises Unreadable. Size and unpacking were checked when the file was kept."""
    try:
        rows = _first_table(content, data_only=True)
        formulas = _uncalculated(content, rows) if _has_formulas(content) else set()
    except Unreadable:
        raise
    except Exception as fault:  # a broken archive fails in as many ways as there are bytes
        raise Unreadable("broken") from fault
    return sheet_of(rows, formulas=formulas)


def _first_table(content: bytes, *, data_only: bool) -> list[tuple[int, list[str]]]:
    book = load_workbook(io.BytesIO(content), read_only=True, data_only=data_only, keep_links=False)
    try:
        for sheet in book.worksheets:
            sheet.reset_dimensions()
            rows = list(_filled(sheet.iter_rows(max_col=MOST_COLUMNS + 1, values_only=True)))
            if len(rows) > 1:
                return rows
    finally:
        book.close()
    return []


def _filled(rows: Iterator[tuple[Any, ...]]) -> Iterator[tuple[int, list[str]]]:
    blanks = count = 0
    for number, values in enumerate(rows, start=1):
        if all(value is None for value in values):
            blanks += 1
            if blanks > _BLANKS_TO_END:
                return
            continue
        blanks, count = 0, count + 1
        if count > MOST_ROWS + 20:
            raise Unreadable("too-many-rows", MOST_ROWS)
        yield number, [_text(value) for value in values]


def _text(value: Any) -> str:
    """A value as its cell shows it."""
    if value is None:
        return ""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        # Excel itself keeps fifteen digits.
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)  # noqa: PLR2004
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    return (
        value.isoformat(*((" ",) if isinstance(value, datetime) else ()))
        if isinstance(value, date)
        else str(value)
    )


def _has_formulas(content: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        sheets = [
            name for name in archive.namelist() if name.startswith("xl/worksheets/") and name.endswith(".xml")
        ]
        return any(_holds(archive, name, b"<f") for name in sheets)


def _holds(archive: zipfile.ZipFile, name: str, mark: bytes) -> bool:
    """Whether a part holds a mark, read in pieces that overlap."""
    tail = b""
    with archive.open(name) as part:
        while piece := part.read(1 << 20):
            if mark + b">" in tail + piece or mark + b" " in tail + piece:
                return True
            tail = piece[-len(mark) - 1 :]
    return False


def _uncalculated(content: bytes, shown: list[tuple[int, list[str]]]) -> set[tuple[int, int]]:
    """Cells with a formula but no result: a program wrote the file and no spreadsheet has opened it since."""
    seen = dict(shown)
    return {
        (number, index)
        for number, cells in _first_table(content, data_only=False)
        for index, cell in enumerate(cells)
        if cell.startswith("=") and not (index < len(seen.get(number, ())) and seen[number][index])
    }
