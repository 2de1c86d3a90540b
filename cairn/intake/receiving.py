"""Receiving a file: kept sealed, read once, its columns recognised."""

from typing import IO

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from cairn.intake.column import Column
from cairn.intake.reading import read
from cairn.intake.recognising import recognise
from cairn.intake.sheet import Sheet, Unreadable
from cairn.intake.upload import Upload
from cairn.people.person import Person
from cairn.programmes.programme import Programme
from cairn.questions.question import Question
from cairn.vault.storedfile import FileRefused, StoredFile

#: What a page says, by code.
REFUSALS = {
    "empty": _("There are no rows in this file. It needs a line of headings and a line for each person."),
    "too-large": _("This file is larger than 20 MB. Leave out pictures, or bring it in parts."),
    "not-this-kind": _("This is neither a CSV file nor an Excel workbook (.xlsx). Save it as one of these."),
    "too-many-rows": _("This file has more than 50,000 rows. Bring it in parts."),
    "too-many-columns": _("This file has more than 200 columns. Leave out those nobody needs."),
    "broken": _("This file cannot be opened; it may be damaged. Save it again and try once more."),
}  # fmt: skip


class Refused(ValueError):
    """The file was not kept. `sentence` says why, and what to do."""

    def __init__(self, code: str) -> None:
        """Keep the code."""
        super().__init__(code)
        self.code = code

    @property
    def sentence(self) -> str:
        """In the reader's language."""
        return str(REFUSALS[self.code])


def receive(
    *, programme: Programme, side: str, by: Person | None, name: str, content: bytes | IO[bytes]
) -> Upload:
    """Keep and read a file; raises Refused, and then nothing is kept."""
    upload = Upload(organisation_id=programme.organisation_id, programme=programme, side=side, by=by)
    try:
        with transaction.atomic():
            upload.file = StoredFile.keep(
                content, name=name, organisation_id=programme.organisation_id, owner=upload.pk
            )
            sheet = read(upload.file)
            upload.columns = [
                column.as_json() for column in columns_of(sheet, programme=programme, side=side)
            ]
            upload.rows = len(sheet.rows)
            upload.save(force_insert=True)
    except (FileRefused, Unreadable) as fault:
        if upload.file:
            upload.file.path.unlink(missing_ok=True)
        raise Refused(fault.code) from fault
    return upload


def columns_of(sheet: Sheet, *, programme: Programme, side: str) -> list[Column]:
    """The columns as recognised, knowing what the programme asks already."""
    asked = (
        Question.objects.filter(question_set=programme.question_set_id) if programme.question_set_id else ()
    )
    questions = {question.label: question.code for question in asked}
    return recognise(sheet.headings, [cells for _, cells in sheet.rows], side=side, questions=questions)


def samples(upload: Upload, *, most: int = 3) -> dict[int, list[str]]:
    """A few cells of each column for the page of columns; none of a column of group membership."""
    if not upload.file:
        return {}
    sheet = read(upload.file)
    return {
        column.index: []
        if column.is_secret
        else [cells[column.index] for _, cells in sheet.rows if cells[column.index]][:most]
        for column in upload.the_columns()
    }
