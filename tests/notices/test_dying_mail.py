"""A process killed while it sends: the mail server has the letter, and we do not know it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pytest_django import Settings

from tests.notices.conftest import MailServer

pytestmark = pytest.mark.slow
_MIGRATE = (
    "import django; django.setup()\n"
    "from django.core.management import call_command\n"
    "call_command('migrate', 'journal', verbosity=0)"
)
_DOUBTS = [("again", 2, "True \n"), ("drop", 1, "False in-doubt\n")]


@pytest.fixture
def surroundings(mail_server: MailServer, settings: Settings, tmp_path: Path) -> dict[str, str]:
    address = f"smtp://127.0.0.1:{settings.EMAIL_PORT}"
    database = f"sqlite://{tmp_path / 'mail.sqlite3'}"
    found = {**os.environ, "DATABASE_URL": database, "DATA_DIR": str(tmp_path), "EMAIL_URL": address}
    subprocess.run([sys.executable, "-c", _MIGRATE], env=found, check=True)
    return found


def posting(act: str, doubt: str, surroundings: dict[str, str]) -> subprocess.Popen[str]:
    words = [sys.executable, "-m", "tests.notices.posting", act, doubt]
    return subprocess.Popen(words, env=surroundings, stdout=subprocess.PIPE, text=True)


def kill_while_sending(doubt: str, mail_server: MailServer, surroundings: dict[str, str]) -> int:
    """The server has read the whole letter and not yet said so, when its sender dies."""
    sender = posting("act", doubt, surroundings)
    mail_server.on_mail = lambda _mail: sender.kill()
    sender.communicate(timeout=30)
    mail_server.on_mail = lambda _mail: None
    return sender.returncode


@pytest.mark.parametrize(("doubt", "letters", "told"), _DOUBTS)
def test_a_letter_in_doubt_is_sent_again_or_dropped_and_counted(
    mail_server: MailServer, surroundings: dict[str, str], doubt: str, letters: int, told: str
) -> None:
    assert kill_while_sending(doubt, mail_server, surroundings) == -9
    said, _ = posting("drain", doubt, surroundings).communicate(timeout=30)
    ids = [mail["Message-ID"] for mail in mail_server.mails]
    assert (said, len(ids), len(set(ids))) == (told, letters, 1)
