"""Reading a kept file."""

from cairn.intake.delimited import read_csv
from cairn.intake.sheet import Sheet
from cairn.intake.workbook import read_xlsx
from cairn.vault.storedfile import StoredFile


def read(file: StoredFile) -> Sheet:
    """The table in a file whose kind was found by its content; raises Unreadable, FileGone."""
    content = file.read()
    return read_xlsx(content) if file.kind == "xlsx" else read_csv(content)
