"""The faulty rows as a file, to be mended elsewhere and brought again."""

import csv
import io
from collections import defaultdict

from django.utils.translation import gettext as _

from cairn.intake.column import IGNORE
from cairn.intake.reading import read
from cairn.intake.upload import Upload
from cairn.kernel.text import safe_cell


def faulty_rows(upload: Upload) -> bytes:
    """A CSV (UTF-8 with its mark, as spreadsheets like it) of the rows that need a mend, and what to do.

    Columns of group membership and ignored ones are left out; what a spreadsheet would run is made harmless.
    Headings stay as they were, so the mended file is recognised when it comes back.
    """
    told: dict[int, list[str]] = defaultdict(list)
    for fault in upload.faults():
        told[fault.row].append(f"{fault.heading}: {fault.what_to_do}" if fault.heading else fault.what_to_do)
    columns = [column for column in upload.the_columns() if not column.is_secret and column.choice != IGNORE]
    mends = upload.mends
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([_("Row"), *(safe_cell(column.heading) for column in columns), _("What to do")])
    for row, cells in read(upload.file).rows if upload.file and told else ():
        if row in told:
            shown = [mends.mended(cells[column.index], row=row, column=column.index) for column in columns]
            writer.writerow([row, *map(safe_cell, shown), ". ".join(told[row])])
    return out.getvalue().encode("utf-8-sig")
