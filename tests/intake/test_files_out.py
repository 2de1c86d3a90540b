"""Templates to begin from, and the faulty rows to mend elsewhere."""

import csv
import io
from datetime import timedelta

import pytest
from openpyxl import load_workbook

from cairn.intake import mending
from cairn.intake.exporting import faulty_rows
from cairn.intake.tables import KINDS, TableFile
from cairn.intake.tasks import minute, night
from cairn.intake.templates import template_file
from cairn.intake.upload import Upload
from cairn.kernel import clock
from tests import cast as players
from tests.cast import Cast
from tests.intake.files import FATOU, brought, check_again, checked, received, stored, table


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize("side", ["mentor", "mentee"])
def test_a_template_is_understood_as_it_stands(cast: Cast, kind: str, side: str) -> None:
    brought(table(FATOU, (*FATOU[:1], "other@x.example", *FATOU[2:])))
    made = template_file(players.programme(), side=side, kind=kind)
    upload = received(made.content, side=side)
    assert made.name == f"first-steps-{side}s.{kind}"
    assert [column.heading for column in upload.the_columns() if column.choice == "ignore"] == []
    assert [fault.what_to_do for fault in checked(made.content, side=side).faults()] == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_faulty_rows_come_as_a_file_without_groups_and_without_formulas(cast: Cast, kind: str) -> None:
    rows = (("+cmd|' /C calc'!A0", "broken@", "secretword"), ("Good", "good@x.example", "x"))
    upload = checked(table(*rows, headings=("Name", "Mail", "Gender")))
    told = rows_in(faulty_rows(upload, kind=kind))
    assert told[0] == ["Row", "Name", "Mail", "What to do"]
    assert told[1][:3] == ["2", "'+cmd|' /C calc'!A0", "broken@"]
    assert (len(told), "secretword" in str(told)) == (2, False)


def test_no_cell_of_a_workbook_is_a_formula_or_breaks_it(cast: Cast) -> None:
    upload = checked(table(("Ana", "ana@"), headings=("Name", "Mail")))
    mending.mend(upload, {(2, 0): "=1+1\x07"})
    sheet = load_workbook(io.BytesIO(faulty_rows(check_again(upload), kind="xlsx").content)).worksheets[0]
    assert [(cell.data_type, cell.value) for cell in sheet["B"]] == [("s", "Name"), ("s", "'=1+1")]


def rows_in(file: TableFile) -> list[list[str]]:
    """What stands in a file that was handed out."""
    if file.name.endswith(".csv"):
        return list(csv.reader(io.StringIO(file.content.decode("utf-8-sig"))))
    sheet = load_workbook(io.BytesIO(file.content)).worksheets[0]
    return [[str(value or "") for value in row] for row in sheet.iter_rows(values_only=True)]


def test_the_mended_file_is_recognised_when_it_comes_back(cast: Cast) -> None:
    upload = checked(table(("Ana", "ana@", "Excel"), headings=("Name", "Mail", "Skills")))
    again = received(faulty_rows(upload).content.replace(b"ana@", b"ana@x.example"))
    assert [column.choice for column in again.the_columns()] == [
        "ignore",
        "name",
        "email",
        "offered",
        "ignore",
    ]


def test_a_file_nobody_brings_in_is_deleted_after_a_week(cast: Cast) -> None:
    upload = checked(table(FATOU))
    path = stored(upload).path
    with clock.moved(by=timedelta(days=6)):
        night()
    assert path.exists()
    with clock.moved(by=timedelta(days=8)):
        night()
    kept = Upload.objects.get(pk=upload.pk)
    assert (kept.file, kept.findings) == (None, None)


@pytest.mark.django_db(transaction=True)
def test_a_job_that_fell_silent_is_taken_up_again() -> None:
    players.cast()
    upload = received(table(FATOU))
    Upload.objects.filter(pk=upload.pk).update(state="checking")
    minute()
    assert Upload.objects.get(pk=upload.pk).state == "checking"
    with clock.moved(by=timedelta(minutes=4)):
        minute()
    assert Upload.objects.get(pk=upload.pk).state == "checked"
