"""kill -9 while the outbox seals and sends: nothing inside twice or lost, and in doubt only what must arrive
comes again.
"""

import os
import subprocess
import sys
from collections import Counter
from email.message import EmailMessage
from pathlib import Path

import pytest
from pytest_django import Settings

from tests.notices.conftest import MailServer

pytestmark = pytest.mark.slow
PEOPLE = 12
#: The process is killed when the server has read so many letters.
KILLS = (2, 7, 13)


def process(act: str, surroundings: dict[str, str]) -> subprocess.Popen[str]:
    words = [sys.executable, "-m", "tests.notices.flushing", act]
    return subprocess.Popen(words, env=surroundings, stdout=subprocess.PIPE, text=True)


@pytest.fixture
def surroundings(mail_server: MailServer, settings: Settings, tmp_path: Path) -> dict[str, str]:
    address = f"smtp://127.0.0.1:{settings.EMAIL_PORT}"
    database = f"sqlite://{tmp_path / 'outbox.sqlite3'}"
    found = {**os.environ, "DATABASE_URL": database, "DATA_DIR": str(tmp_path), "EMAIL_URL": address}
    begun = process("begin", found)
    begun.communicate(timeout=240)
    assert begun.returncode == 0
    mail_server.mails.clear()
    return found


def kill_after(letters: int, mail_server: MailServer, surroundings: dict[str, str]) -> int:
    flushing = process("flush", surroundings)

    def watch(_mail: EmailMessage) -> None:
        if len(mail_server.mails) >= letters:
            flushing.kill()

    mail_server.on_mail = watch
    flushing.communicate(timeout=120)
    mail_server.on_mail = lambda _mail: None
    return flushing.returncode


def test_whatever_dies_each_letter_is_sealed_once_and_only_what_must_arrive_comes_again(
    mail_server: MailServer, surroundings: dict[str, str]
) -> None:
    killed = [kill_after(letters, mail_server, surroundings) for letters in KILLS]
    said, _ = process("finish", surroundings).communicate(timeout=120)
    told, envelopes, sent, dropped, waiting = map(int, said.split())
    assert killed == [-9] * len(KILLS)
    assert (told, envelopes, waiting) == (2 * PEOPLE, 2 * PEOPLE, 0)
    assert sent == 2 * PEOPLE - dropped
    letters = Counter(
        (mail["To"], mail["Subject"].split()[0], mail["Message-ID"]) for mail in mail_server.mails
    )
    surely = {key: times for key, times in letters.items() if key[1] == "Your"}
    once = {key: times for key, times in letters.items() if key[1] == "Time"}
    assert (len(surely), len({to for to, *_ in surely})) == (PEOPLE, PEOPLE)
    assert set(once.values()) == {1}
    assert sum(letters.values()) == 2 * PEOPLE + sum(times - 1 for times in surely.values())
