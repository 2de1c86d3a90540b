"""Any table is read, and what is no table is refused with a sentence."""

import io
import zipfile

import pytest

from cairn.intake.delimited import read_csv
from cairn.intake.receiving import Refused, receive
from cairn.intake.sheet import Unreadable
from cairn.intake.upload import Upload
from cairn.intake.workbook import read_xlsx
from cairn.vault.storedfile import StoredFile
from tests import cast as players
from tests.intake.files import FATOU, stored, table, workbook

GREEK = "Name;Mail\nΝίκη;niki@x.example\n"


@pytest.mark.parametrize(
    "content",
    [
        GREEK.encode(),
        GREEK.encode("utf-8-sig"),
        GREEK.encode("utf-16"),
        GREEK.replace(";", "\t").encode("utf-16-le").join([b"\xff\xfe", b""]),
        GREEK.replace(";", ",").encode(),
        GREEK.replace(";", "|").encode(),
        f"sep=;\n{GREEK}".encode(),
        GREEK.replace("\n", "\r\n").encode(),
        GREEK.replace("\n", "\r").encode(),
    ],
)
def test_encoding_and_delimiter_are_found(content: bytes) -> None:
    sheet = read_csv(content)
    assert (sheet.headings, [cells for _, cells in sheet.rows]) == (
        ["Name", "Mail"],
        [["Νίκη", "niki@x.example"]],
    )


def test_windows_files_of_western_europe_are_read() -> None:
    assert read_csv("Name;Ort\nJürgen;Köln\n".encode("cp1252")).rows == [(2, ["Jürgen", "Köln"])]


def test_rows_are_numbered_as_a_spreadsheet_shows_them() -> None:
    sheet = read_csv(b"A list of people\n\nname,mail\nAna,a@b.org\n\n\nBo,b@b.org\n")
    assert (sheet.headings, [number for number, _ in sheet.rows]) == (["name", "mail"], [4, 7])


def test_a_cell_may_hold_line_breaks_and_quoted_signs() -> None:
    sheet = read_csv(b'name,skills\nAna,"a\nb; ""c"", d"\n')
    assert sheet.rows == [(2, ["Ana", 'a\nb; "c", d'])]


def test_short_rows_are_filled_up() -> None:
    assert read_csv(b"a,b,c\n1\n").rows == [(2, ["1", "", ""])]


def test_one_column_is_a_table_too() -> None:
    sheet = read_csv(b"mail\na@b.org\nb@b.org\n")
    assert (sheet.headings, len(sheet.rows)) == (["mail"], 2)


def test_a_workbook_gives_what_its_cells_show() -> None:
    sheet = read_xlsx(workbook(["Ana", 3.0, True, 2.5], headings=("name", "n", "yes", "x")))
    assert sheet.rows == [(2, ["Ana", "3", "yes", "2.5"])]


def test_a_formula_nobody_calculated_is_told_apart_from_an_empty_cell() -> None:
    sheet = read_xlsx(workbook(["Ana", "=1+1"], headings=("name", "n")))
    assert (sheet.rows, sheet.formulas) == ([(2, ["Ana", ""])], frozenset({(2, 1)}))


@pytest.mark.parametrize("content", [b"PK\x03\x04broken", workbook(FATOU)[:2000]])
def test_a_damaged_workbook_is_unreadable_and_nothing_worse(content: bytes) -> None:
    with pytest.raises(Unreadable):
        read_xlsx(content)


def bomb() -> bytes:
    """A small archive that unpacks to half a gigabyte."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            for _ in range(500):
                part.write(b"0" * 1_000_000)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b"name,mail\n", "empty"),
        (b"\n\n,,\n", "empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "not-this-kind"),
        (b"%PDF-1.7 not a list", "not-this-kind"),
        (b"name\x00,mail\nAna,a@b.org\n", "not-this-kind"),
        (workbook(FATOU)[:3000], "not-this-kind"),
        (b"name,mail\n" + b"a,b@c.example\n" * 50_001, "too-many-rows"),
        (",".join(f"c{n}" for n in range(201)).encode() + b"\n" + b"1," * 200 + b"1\n", "too-many-columns"),
        (b'name,mail\n"' + b"x" * 200_000 + b'",a@b.org\n', "broken"),
        (b"a" * (20 * 1024 * 1024 + 1), "too-large"),
    ],
)
def test_what_is_no_list_is_refused_and_nothing_is_kept(db: None, content: bytes, code: str) -> None:
    with pytest.raises(Refused) as refused:
        receive(programme=players.programme(), side="mentor", by=None, name="x.csv", content=content)
    assert refused.value.code == code
    assert refused.value.sentence.endswith((".", "!"))
    assert (Upload.objects.count(), StoredFile.objects.count()) == (0, 0)


def test_an_archive_that_blows_up_is_refused(db: None) -> None:
    with pytest.raises(Refused) as refused:
        receive(programme=players.programme(), side="mentor", by=None, name="x.xlsx", content=bomb())
    assert refused.value.code == "not-this-kind"


def test_nul_bytes_late_in_a_file_are_left_out(db: None) -> None:
    rows = b"".join(b"Person %d,p%d@x.example\n" % (n, n) for n in range(5000))
    upload = receive(
        programme=players.programme(), side="mentor", by=None, name="x.csv",
        content=b"name,mail\n" + rows + b"La\x00st,last@x.example\n",
    )  # fmt: skip
    assert upload.rows == 5001


def test_the_file_on_disk_cannot_be_read_without_its_key(db: None) -> None:
    content = table(FATOU)
    upload = receive(programme=players.programme(), side="mentor", by=None, name="x.csv", content=content)
    assert b"Fatou" not in stored(upload).path.read_bytes()
    assert stored(upload).read() == content
