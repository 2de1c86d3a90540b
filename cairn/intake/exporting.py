"""The faulty rows as a file, to be mended elsewhere and brought again."""

from collections import defaultdict
from collections.abc import Iterator

from django.utils.translation import gettext as _

from cairn.intake.reading import read
from cairn.intake.tables import TableFile, table_file
from cairn.intake.upload import Upload


def faulty_rows(upload: Upload, *, kind: str = "csv") -> TableFile:
    """The rows that need a mend, each by itself with what to do, as "csv" or "xlsx".

    Columns of group membership and ignored ones are left out. Headings stay as they were, so the mended file
    is recognised when it comes back.
    """
    headings = [_("Row"), *(column.heading for column in upload.shown_columns()), _("What to do")]
    return table_file([headings, *_rows(upload)], stem="rows-to-mend", kind=kind, title=_("Rows to mend"))


def _rows(upload: Upload) -> Iterator[list[object]]:
    told: dict[int, list[str]] = defaultdict(list)
    for fault in upload.faults():
        told[fault.row].append(f"{fault.heading}: {fault.what_to_do}" if fault.heading else fault.what_to_do)
    columns, mends = upload.shown_columns(), upload.mends
    for row, cells in read(upload.file).rows if upload.file and told else ():
        if row in told:
            shown = [mends.mended(cells[column.index], row=row, column=column.index) for column in columns]
            yield [row, *shown, ". ".join(told[row])]
