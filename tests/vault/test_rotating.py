"""A new master key: everything still opens, and the old key can be thrown away."""

import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

from cairn.kernel import cipher, ids
from cairn.vault import health
from cairn.vault.master import NoSuchMasterKey
from cairn.vault.storedfile import StoredFile

pytestmark = pytest.mark.django_db
OLD, NEW = (cipher.key_to_text(bytes([number]) * 32) for number in (1, 2))


@pytest.fixture
def row(settings: Settings) -> StoredFile:
    settings.CAIRN_MASTER_KEY = OLD
    row = StoredFile(organisation_id=ids.new(), owner=ids.new(), name="words", kind="csv", size=1)
    row.save()
    settings.CAIRN_MASTER_KEY = NEW
    return row


def test_after_rotation_the_old_key_is_needed_no_more(row: StoredFile, settings: Settings) -> None:
    settings.CAIRN_MASTER_KEY_PREVIOUS = OLD
    call_command("rotate_master_key")
    settings.CAIRN_MASTER_KEY_PREVIOUS = ""
    assert (StoredFile.objects.get(pk=row.pk).name, health.keys().well) == ("words", True)


def test_before_rotation_both_keys_open(row: StoredFile, settings: Settings) -> None:
    settings.CAIRN_MASTER_KEY_PREVIOUS = OLD
    assert StoredFile.objects.get(pk=row.pk).name == "words"


def test_without_the_old_key_nothing_opens_nothing_is_lost_and_the_house_says_so(row: StoredFile) -> None:
    with pytest.raises(CommandError, match=r"Stopped, nothing is lost: master key .* is missing"):
        call_command("rotate_master_key")
    with pytest.raises(NoSuchMasterKey):
        _ = StoredFile.objects.get(pk=row.pk).name
    assert (health.keys().code, health.keys().count) == ("missing", 1)


def test_a_key_that_is_none_is_told(settings: Settings) -> None:
    settings.CAIRN_MASTER_KEY = "secret"
    assert health.keys().code == "not-a-key"


def test_there_is_room_on_the_disk() -> None:
    assert health.disk().well
