"""What the addresses of database, mail, cache and queue come to mean."""

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from cairn.config import addresses


def test_sqlite_keeps_what_it_acknowledged_and_never_waits_to_be_locked_out(tmp_path: Path) -> None:
    options = addresses.database(f"sqlite://{tmp_path}/data/cairn.sqlite3")["OPTIONS"]
    assert options["transaction_mode"] == "IMMEDIATE"
    assert options["timeout"] == 20
    assert "journal_mode=WAL" in options["init_command"]
    assert "synchronous=FULL" in options["init_command"]


def test_postgresql_is_read_from_its_url() -> None:
    read = addresses.database("postgresql://cairn:p%40ss@db.example:5433/mentoring?sslmode=require")
    assert read == {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "mentoring",
        "USER": "cairn",
        "PASSWORD": "p@ss",
        "HOST": "db.example",
        "PORT": "5433",
        "OPTIONS": {"pool": {"min_size": 2, "max_size": 20, "timeout": 5}, "sslmode": "require"},
    }


def test_a_postgresql_url_that_cannot_be_read_is_refused() -> None:
    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL cannot be read"):
        addresses.database("postgresql://db/name?colour=grey")


@pytest.mark.parametrize(("tls", "port"), [("none", 25), ("starttls", 587), ("ssl", 465)])
def test_mail_takes_the_port_of_its_security(tls: str, port: int) -> None:
    read = addresses.mail(f"smtp://ada:s%3Acret@mail.example?tls={tls}")
    assert (read["EMAIL_PORT"], read["EMAIL_HOST_PASSWORD"]) == (port, "s:cret")
    assert (read["EMAIL_USE_TLS"], read["EMAIL_USE_SSL"]) == (tls == "starttls", tls == "ssl")


def test_without_redis_the_queue_is_a_file_beside_the_data(tmp_path: Path) -> None:
    queue = addresses.queue("", folder=tmp_path, immediate=False)
    assert queue["filename"] == str(tmp_path / "queue.sqlite3")
