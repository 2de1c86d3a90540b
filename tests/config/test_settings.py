"""A setting that makes no sense stops the start, with a sentence that names it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = "cairn.config.settings"
ASK = "from django.conf import settings; settings.DEBUG; print('started', settings.{})"


def start(tmp_path: Path, *, show: str = "PORT", **environment: str) -> str:
    """What a process says that was started with these settings: its last line."""
    bare = {
        "PATH": os.environ["PATH"],
        "DATA_DIR": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "cairn.config.settings",
    }
    command = [sys.executable, "-c", ASK.format(show)]
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, cwd=ROOT, env=bare | environment
    )
    return (done.stdout + done.stderr).strip().splitlines()[-1]


@pytest.mark.parametrize(
    ("environment", "sentence"),
    [
        ({"PORT": "eight"}, "PORT is 'eight'; write a whole number."),
        ({"DEMO": "perhaps"}, "DEMO is 'perhaps'; write yes or no."),
        (
            {"BASE_URL": "cairn.example.org"},
            "BASE_URL='cairn.example.org' must be what people type",
        ),
        (
            {"DATABASE_URL": "mysql://db/cairn"},
            "DATABASE_URL begins with 'mysql': use sqlite:///path",
        ),
        ({"EMAIL_URL": "smtps://mail"}, "EMAIL_URL must be console: or smtp://"),
        ({"LOG_LEVEL": "loud"}, "LOG_LEVEL='LOUD' is unknown: use DEBUG, INFO, WARNING or ERROR."),
        ({"INBOUND_IMAP_URL": "mail.example.org"}, "INBOUND_IMAP_URL must be imaps://user:password@host"),
        ({"INBOUND_ADDRESS": "far-too-long-a-name@example.org"}, "at most 12 letters before the @"),
        ({"EGRESS_PRIVATE": "10.1.0.7/16"}, "Write networks such as 10.1.0.0/16, with commas."),
        ({"WORKERS": "2"}, "WORKERS=2 needs REDIS_URL, or workers would not hear each other."),
        (
            {"SECRET_KEY": "a", "SECRET_KEY_FILE": "b"},
            "SECRET_KEY and SECRET_KEY_FILE are both set",
        ),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_nonsense_is_refused_with_a_sentence(
    tmp_path: Path, environment: dict[str, str], sentence: str
) -> None:
    assert sentence in start(tmp_path, **environment)


@pytest.mark.parametrize("switch", ["DEMO", "DEBUG"])
@pytest.mark.parametrize(
    "place",
    [{"BASE_URL": "https://cairn.example.org"}, {"HOST": "0.0.0.0"}],
    ids=["a public name", "all addresses"],
)
def test_the_demo_does_not_start_where_others_could_reach_it(
    tmp_path: Path, switch: str, place: dict[str, str]
) -> None:
    assert "DEMO and DEBUG are for this machine only" in start(tmp_path, **{switch: "1"}, **place)


def test_the_demo_answers_to_no_other_host_name(tmp_path: Path) -> None:
    said = start(tmp_path, show="ALLOWED_HOSTS", DEMO="1", ALLOWED_HOSTS="cairn.example.org")
    assert said == "started ['localhost', '127.0.0.1', '[::1]']"


def test_several_workers_start_beside_redis(tmp_path: Path) -> None:
    assert start(tmp_path, show="WORKERS", WORKERS="2", REDIS_URL="redis://localhost/0") == "started 2"


def test_a_secret_may_lie_in_a_file(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("grey stones\n")
    assert (
        start(tmp_path, show="SECRET_KEY", SECRET_KEY_FILE=str(tmp_path / "secret")) == "started grey stones"
    )


def test_keys_are_made_once_and_for_their_owner_only(tmp_path: Path) -> None:
    first = start(tmp_path, show="CAIRN_MASTER_KEY")
    assert start(tmp_path, show="CAIRN_MASTER_KEY") == first
    assert (tmp_path / "master.key").stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "secret.key").stat().st_mode & 0o777 == 0o600


def test_a_https_address_brings_secure_cookies(tmp_path: Path) -> None:
    assert (
        start(tmp_path, show="SESSION_COOKIE_SECURE", BASE_URL="https://cairn.example.org") == "started True"
    )
