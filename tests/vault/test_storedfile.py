"""Files: known by content, limited in size, encrypted on disk, gone with their row."""

import io
import zipfile
from pathlib import Path
from typing import IO, Any

import openpyxl
import pytest
from pytest_django import Settings

from cairn.kernel import cipher, ids
from cairn.vault import keys
from cairn.vault.storedfile import FileGone, FileRefused, StoredFile

pytestmark = pytest.mark.django_db
PEOPLE = b"name,email\nAmina,amina@example.org\n"


@pytest.fixture(autouse=True)
def folder(settings: Settings, tmp_path: Path) -> Path:
    settings.DATA_DIR = tmp_path
    return tmp_path


def keep(content: bytes | IO[bytes], **more: Any) -> StoredFile:
    more.setdefault("name", "people.csv")
    return StoredFile.keep(content, organisation_id=ids.new(), owner=ids.new(), **more)


def workbook() -> bytes:
    book, file = openpyxl.Workbook(), io.BytesIO()
    book.create_sheet("people").append(["name", "email"])
    book.save(file)
    return file.getvalue()


def bomb() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"0" * 50_000_000)
    return file.getvalue()


def test_a_file_comes_back_and_lies_sealed_on_the_disk(folder: Path) -> None:
    row = keep(PEOPLE, name="team\r\n2026.csv")
    again = StoredFile.objects.get(pk=row.pk)
    (lying,) = folder.glob("files/*/*")
    assert (again.read(), again.name, again.kind, again.size) == (PEOPLE, "team 2026.csv", "csv", len(PEOPLE))
    assert b"amina" not in lying.read_bytes()
    assert (oct(lying.stat().st_mode)[-3:], again.content_type) == ("600", "text/csv; charset=utf-8")


def test_an_open_upload_is_kept_too() -> None:
    assert keep(io.BytesIO(PEOPLE)).open().read() == PEOPLE


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (PEOPLE, "csv"),
        ("name;email\r\nZoë;z@example.org".encode("latin-1"), "csv"),
        ("name\nZoë".encode("utf-16"), "csv"),
        (workbook(), "xlsx"),
    ],
)
def test_the_content_says_what_a_file_is(content: bytes, kind: str) -> None:
    assert keep(content, name="anything.exe").kind == kind


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b"x" * 101, "too-large"),
        (b"MZ\x90\x00\x03", "not-this-kind"),
        (b"%PDF-1.7", "not-this-kind"),
        (b"PK\x03\x04 not a zip", "not-this-kind"),
        (b"\x89PNG\r\n\x1a\n\x00", "not-this-kind"),
    ],
)
def test_a_file_that_is_not_wanted_leaves_nothing(folder: Path, content: bytes, code: str) -> None:
    with pytest.raises(FileRefused) as refusal:
        keep(content, most=100)
    assert (refusal.value.code, StoredFile.objects.count(), list(folder.glob("files/*/*"))) == (code, 0, [])


def test_an_archive_that_unpacks_without_end_is_refused() -> None:
    with pytest.raises(FileRefused, match="not-this-kind"):
        keep(bomb())


@pytest.mark.django_db(transaction=True)
def test_an_erased_file_leaves_the_disk(folder: Path) -> None:
    keep(PEOPLE).erase()
    assert (StoredFile.objects.count(), list(folder.glob("files/*/*"))) == (0, [])


def test_a_file_whose_key_was_dropped_is_gone() -> None:
    row = keep(PEOPLE)
    keys.forget(row.owner)
    with pytest.raises(FileGone):
        row.read()


def test_a_file_put_in_the_place_of_another_does_not_open() -> None:
    first, second = keep(PEOPLE), keep(PEOPLE)
    second.path.write_bytes(first.path.read_bytes())
    with pytest.raises(cipher.Tampered):
        second.read()
