"""Private words: plain to the row's reader, bytes to the database, gone with their key."""

import uuid

import pytest
from django.core.exceptions import FieldError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cairn.kernel import cipher, ids
from cairn.vault import keys
from cairn.vault.key import Forgotten, Key
from cairn.vault.sealed import SealedJSONField
from cairn.vault.storedfile import StoredFile

pytestmark = pytest.mark.django_db
HERE = ids.new()


def keep(name: str, *, owner: uuid.UUID | None = None) -> StoredFile:
    row = StoredFile(organisation_id=HERE, owner=owner or ids.new(), name=name, kind="csv", size=1)
    row.save()
    return row


def column(row: StoredFile) -> bytes:
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM vault_storedfile ORDER BY at DESC LIMIT 1")
        return bytes(cursor.fetchone()[0])


def test_words_come_back_as_they_were_written() -> None:
    assert StoredFile.objects.get(pk=keep("Zoë 李小龙 🏔").pk).name == "Zoë 李小龙 🏔"


def test_the_database_holds_no_words() -> None:
    assert b"Amina" not in column(keep("Amina"))


def test_no_words_cost_no_key() -> None:
    row = keep("")
    assert (StoredFile.objects.get(pk=row.pk).name, Key.objects.count()) == ("", 0)


def test_a_changed_row_is_sealed_again_and_an_unread_one_stays_as_it_was() -> None:
    row = StoredFile.objects.get(pk=keep("first").pk)
    before = column(row)
    row.save()
    assert column(row) == before
    row.name = "second"
    row.save()
    assert StoredFile.objects.get(pk=row.pk).name == "second"


def test_words_moved_to_another_row_do_not_open() -> None:
    owner = ids.new()
    first, second = keep("mine", owner=owner), keep("yours", owner=owner)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE vault_storedfile SET name = (SELECT name FROM vault_storedfile LIMIT 1)")
    opened = []
    for row in (first, second):
        try:
            opened.append(StoredFile.objects.get(pk=row.pk).name)
        except cipher.Tampered:
            opened.append("does not open")
    assert min(opened) == "does not open"


def test_forgetting_an_owner_takes_their_words_and_nobody_elses() -> None:
    amina, bruno = ids.new(), ids.new()
    hers, his = keep("hers", owner=amina), keep("his", owner=bruno)
    assert keys.forget(amina) == 1
    assert [StoredFile.objects.get(pk=row.pk).name for row in (hers, his)] == ["", "his"]


def test_nothing_new_is_sealed_for_somebody_forgotten() -> None:
    amina = ids.new()
    keep("hers", owner=amina)
    keys.forget(amina)
    with pytest.raises(Forgotten):
        keep("more", owner=amina)


@pytest.mark.parametrize("rows", [1, 3])
def test_a_page_of_rows_costs_two_queries_for_keys(rows: int) -> None:
    for number in range(rows):
        keep(f"file {number}")
    page = list(StoredFile.objects.all())
    with CaptureQueriesContext(connection) as queries, keys.keyring(page):
        names = sorted(row.name for row in page)
    assert (names, len(queries)) == ([f"file {number}" for number in range(rows)], 2)


def test_a_bulk_of_rows_is_sealed_with_keys_made_in_bulk() -> None:
    rows = [
        StoredFile(organisation_id=HERE, owner=ids.new(), name=f"{n}", kind="csv", size=1) for n in range(3)
    ]
    keys.make_keys([row.owner for row in rows], organisation_id=HERE)
    with keys.keyring(rows):
        StoredFile.objects.bulk_create(rows)
    assert sorted(row.name for row in StoredFile.objects.all()) == ["0", "1", "2"]


def test_sealed_words_are_neither_searched_nor_updated_by_a_query() -> None:
    row = keep("words")
    with pytest.raises(FieldError, match="nothing can be looked up"):
        StoredFile.objects.filter(name="words").exists()
    with pytest.raises(FieldError, match="sealed for one row"):
        StoredFile.objects.filter(pk=row.pk).update(name="other")
    with pytest.raises(FieldError, match="sealed for one row"):
        StoredFile.objects.bulk_update([row], ["name"])


def test_presence_can_be_asked_for() -> None:
    keep("words")
    keep("")
    assert StoredFile.objects.filter(name__isnull=False).count() == 1


def test_a_document_is_sealed_as_json() -> None:
    field = SealedJSONField()
    document = {"hours": [1, 2], "name": "Zoë", "none": None}
    assert field.from_bytes(field.to_bytes(document)) == document
