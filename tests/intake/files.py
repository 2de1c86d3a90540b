"""Files for the tests of the intake."""

import csv
import io
from collections.abc import Sequence

from openpyxl import Workbook

from cairn.intake import bringing, checking
from cairn.intake.receiving import receive
from cairn.intake.upload import Upload
from cairn.people.person import Person
from cairn.vault.storedfile import StoredFile
from tests import cast as players

HEADINGS = (
    "Full name",
    "E-mail",
    "Skills",
    "Time zone",
    "Free hours",
    "Languages",
    "Department",
    "Reports to",
    "Gender",
)
FATOU = (
    "Fatou Ba",
    "fatou@x.example",
    "Excel; K8s",
    "Africa/Dakar",
    "Mon 09:00-12:00",
    "French",
    "HR",
    "",
    "woman",
)
GUS = (
    "Gus Ek",
    "gus@x.example",
    "MS Excel; Beekeeping",
    "Europe/Oslo",
    "weekday evenings",
    "en",
    "IT",
    "",
    "man",
)


def table(*rows: Sequence[str], headings: Sequence[str] = HEADINGS) -> bytes:
    """A CSV."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows([headings, *rows])
    return out.getvalue().encode()


def workbook(*rows: Sequence[object], headings: Sequence[str] = HEADINGS) -> bytes:
    """An XLSX."""
    book = Workbook()
    for row in (headings, *rows):
        book.worksheets[0].append(list(row))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def received(content: bytes, *, side: str = "mentor", by: Person | None = None) -> Upload:
    """An upload into First Steps."""
    return receive(programme=players.programme(), side=side, by=by, name="people.csv", content=content)


def checked(content: bytes, *, side: str = "mentor") -> Upload:
    """An upload whose report is there."""
    return check_again(received(content, side=side))


def check_again(upload: Upload) -> Upload:
    """The report after mends."""
    assert checking.begin(upload)
    return checking.check(Upload.objects.get(pk=upload.pk))


def brought(content: bytes, *, side: str = "mentor") -> Upload:
    """An upload whose people are in."""
    upload = checked(content, side=side)
    assert [fault.what_to_do for fault in upload.faults()] == []
    assert bringing.begin(upload)
    return bringing.bring(Upload.objects.get(pk=upload.pk))


def mail(person: Person) -> str:
    """Somebody's address."""
    return person.email or ""


def stored(upload: Upload) -> StoredFile:
    """The file of an upload that still has one."""
    assert upload.file
    return upload.file
