"""The whole house at a glance."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection
from pytest_django import Settings

from cairn.kernel import clock
from cairn.notices import health
from tests.notices.conftest import MailServer


@pytest.fixture(autouse=True)
def nothing_asked_yet() -> None:
    health._asked.clear()


@pytest.mark.django_db
def test_every_part_of_the_house_is_looked_at() -> None:
    names = [one.name for one in health.examine()]
    vital = [one.name for one in health.examine(vital=True)]
    assert names == ["database", "errands", "dropped", "ticks", "keys", "disk", "mail"]
    assert vital == ["database", "keys"]


@pytest.mark.django_db
def test_a_database_that_is_away_is_told_and_nothing_else_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    def away() -> None:
        raise DatabaseError

    monkeypatch.setattr(connection, "cursor", away)
    assert [(one.name, one.code) for one in health.examine()] == [("database", "away")]


def test_the_mail_server_is_asked_once_a_minute(mail_server: MailServer, settings: Settings) -> None:
    assert health.mail().well
    settings.EMAIL_PORT = 9
    assert health.mail().well
    with clock.moved(by=timedelta(minutes=2)):
        assert health.mail().code == "away"
