"""CSV: encoding by its marks and its bytes, delimiter by which one makes a regular table."""

import csv
import io
from collections import Counter

from cairn.intake.cells.cleaning import clean
from cairn.intake.sheet import MOST_ROWS, Sheet, Unreadable, sheet_of

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_DELIMITERS = ",;\t|"
_SAMPLE_LINES = 60


def read_csv(content: bytes) -> Sheet:
    """The table in a CSV file; raises Unreadable."""
    text, encoding = decode(content)
    first, _, rest = text.partition("\n")
    told = first.strip().strip('"').lower()
    if told.startswith("sep=") and len(told) == 5:  # noqa: PLR2004 - Excel's own first line, "sep=;"
        return sheet_of(_rows(rest, told[4], skipped=1), encoding=encoding)
    return sheet_of(_rows(text, delimiter_of(text)), encoding=encoding)


def decode(content: bytes) -> tuple[str, str]:
    """The text and the encoding it was read in; without a mark UTF-8, else the Windows one of western
    Europe.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.decode(encoding, "replace").lstrip("\ufeff"), encoding
    for encoding in ("utf-8", "cp1252"):
        try:
            return content.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    return content.decode("latin-1"), "latin-1"


def delimiter_of(text: str) -> str:
    """The sign that parts most lines into the same number of cells, and into the most of them."""
    sample = io.StringIO("\n".join(text.splitlines()[:_SAMPLE_LINES]), newline="")

    def regularity(delimiter: str) -> tuple[float, int]:
        sample.seek(0)
        try:
            widths = Counter(len(cells) for cells in csv.reader(sample, delimiter=delimiter) if any(cells))
        except csv.Error:
            return (0.0, 0)
        if not widths:
            return (0.0, 0)
        width, count = max(widths.items(), key=lambda item: (item[1], item[0]))
        return (count / sum(widths.values()) if width > 1 else 0.0, width)

    return max(_DELIMITERS, key=regularity)


def _rows(text: str, delimiter: str, *, skipped: int = 0) -> list[tuple[int, list[str]]]:
    rows = []
    reader = csv.reader(io.StringIO(text.replace("\x00", ""), newline=""), delimiter=delimiter)
    number = skipped
    try:
        for cells in reader:
            number += 1
            if any(cells):
                rows.append((number, [clean(cell) for cell in cells]))
            if len(rows) > MOST_ROWS + 20:
                raise Unreadable("too-many-rows", MOST_ROWS)
    except csv.Error as fault:
        raise Unreadable("broken", number + 1) from fault
    return rows
