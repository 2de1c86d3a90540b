"""A file as rows of text, whatever it was: CSV in any encoding and with any delimiter, or an XLSX
workbook.
"""

from dataclasses import dataclass

MOST_ROWS = 50_000
MOST_COLUMNS = 200


class Unreadable(ValueError):
    """The file cannot be read as a table. `code` names why: "empty", "too-many-rows", "too-many-columns",
    "broken".
    """

    def __init__(self, code: str, row: int | None = None) -> None:
        """Keep the code and, where there is one, the row it happened in."""
        super().__init__(code)
        self.code, self.row = code, row


@dataclass(slots=True)
class Sheet:
    """`rows` are (row number as a spreadsheet shows it, cells), blank rows left out; cells are cleaned text.

    `formulas` are (row, column) of cells that hold a formula nobody has calculated.
    """

    headings: list[str]
    rows: list[tuple[int, list[str]]]
    formulas: frozenset[tuple[int, int]] = frozenset()
    encoding: str = ""


def sheet_of(
    rows: list[tuple[int, list[str]]], *, encoding: str = "", formulas: set[tuple[int, int]] | None = None
) -> Sheet:
    """Find the heading row: the first with two filled cells, or simply the first. Columns empty all the
    way go.
    """
    filled = [(number, cells) for number, cells in rows if any(cells)]
    if not filled:
        raise Unreadable("empty")
    wide = (at for at, (_, cells) in enumerate(filled[:20]) if sum(map(bool, cells)) > 1)
    at = next(wide, 0)
    headings, body = filled[at][1], filled[at + 1 :]
    if not body:
        raise Unreadable("empty")
    if len(body) > MOST_ROWS:
        raise Unreadable("too-many-rows", MOST_ROWS)
    width = max(len(headings), *(len(cells) for _, cells in body))
    while width and not any(_cell(cells, width - 1) for cells in (headings, *(cells for _, cells in body))):
        width -= 1
    if width > MOST_COLUMNS:
        raise Unreadable("too-many-columns", MOST_COLUMNS)
    level = [(number, [_cell(cells, index) for index in range(width)]) for number, cells in body]
    return Sheet(
        [_cell(headings, index) for index in range(width)], level, frozenset(formulas or ()), encoding
    )


def _cell(cells: list[str], index: int) -> str:
    return cells[index] if index < len(cells) else ""
