"""What keeps a process from serving."""

from pathlib import Path

import pytest
from pytest_django import Settings

from cairn.accounts.organisation import Organisation
from cairn.config.starting import Refusal, may_start, only_process


def test_a_second_process_on_the_same_data_is_told_why_it_may_not_start(tmp_path: Path) -> None:
    with only_process(tmp_path), pytest.raises(Refusal, match="Set REDIS_URL to run several processes"):
        only_process(tmp_path)


def test_the_place_is_free_again_when_the_first_process_ends(tmp_path: Path) -> None:
    only_process(tmp_path).close()
    only_process(tmp_path).close()


@pytest.mark.django_db
def test_a_demo_does_not_start_beside_real_people(settings: Settings) -> None:
    settings.DEMO = True
    settings.REDIS_URL = "redis://localhost/0"
    Organisation.objects.create(name="Demo", slug="demo", is_demo=True)
    assert may_start() is None
    Organisation.objects.create(name="Lakeside", slug="lakeside")
    with pytest.raises(Refusal, match="is no demo"):
        may_start()
