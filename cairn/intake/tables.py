"""Tables to hand out, as CSV or as a workbook. No spreadsheet runs what stands in one."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from cairn.intake.cells.cleaning import clean
from cairn.kernel.text import safe_cell
from cairn.vault.kinds import TYPES

KINDS = ("csv", "xlsx")

#: Widths of a column in characters, so that nobody has to pull them apart first.
_WIDTH = 24


@dataclass(frozen=True, slots=True)
class TableFile:
    """A file to hand out."""

    name: str
    content: bytes
    content_type: str


def table_file(rows: Sequence[Sequence[object]], *, stem: str, kind: str, title: str) -> TableFile:
    """Rows as a file, the first being the headings; `kind` is one of KINDS, `title` names a workbook's sheet.

    A CSV is UTF-8 with its mark, as spreadsheets like it.
    """
    safe = [[_harmless(value) for value in row] for row in rows]
    content = _workbook(safe, title=title) if kind == "xlsx" else _csv(safe)
    return TableFile(f"{stem}.{kind}", content, TYPES[kind])


def _harmless(value: object) -> object:
    """Without a formula, and without signs that a workbook cannot hold."""
    return safe_cell(clean(value)) if isinstance(value, str) else value


def _csv(rows: Sequence[Sequence[object]]) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out).writerows(rows)
    return out.getvalue().encode("utf-8-sig")


def _workbook(rows: Sequence[Sequence[object]], *, title: str) -> bytes:
    book = Workbook()
    sheet = book.create_sheet(title, 0)
    for row in rows:
        sheet.append(list(row))
    for at, heading in enumerate(rows[0], start=1):
        sheet.cell(1, at, heading).font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(at)].width = _WIDTH
    sheet.freeze_panes = "A2"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
