"""A whole Cairn for a browser to walk through: own data, the demo's people, a real server on a free port."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Self

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60.0  # seconds until the server must answer
LATER = """
from cairn.accounts.organisation import Organisation
from cairn.journal.ticking import tick
Organisation.objects.filter(is_demo=True).update(clock_shift={seconds})
failed = tick("minute")
assert not failed, failed
"""


@dataclass
class House:
    """One running Cairn. `url` has no slash at its end; letters it sends are files in `letters`."""

    folder: Path
    port: int
    process: subprocess.Popen[bytes] | None = None
    shifted: int = 0
    mail: str = ""  # an EMAIL_URL; without it letters are kept in the folder

    @classmethod
    def open(cls, folder: Path, *, mail: str = "") -> Self:
        """Prepare the data, make the demo, serve, and wait until the server answers."""
        house = cls(folder=folder, port=free_port(), mail=mail)
        house.letters.mkdir(parents=True, exist_ok=True)
        subprocess.run([sys.executable, "scripts/prepare.py"], cwd=ROOT, env=house.environment, check=True)
        command = [sys.executable, "scripts/serve.py"]
        with (folder / "server.log").open("wb") as log:
            house.process = subprocess.Popen(command, cwd=ROOT, env=house.environment, stdout=log, stderr=log)
        house.wait()
        return house

    @property
    def url(self) -> str:
        """Where it is."""
        return f"http://localhost:{self.port}"

    @property
    def letters(self) -> Path:
        """The folder that stands for everybody's mailbox."""
        return self.folder / "letters"

    @property
    def environment(self) -> dict[str, str]:
        """Its settings: those of `make run`, with the letters kept."""
        kept = {
            name: value for name, value in os.environ.items() if name in {"PATH", "HOME", "LANG", "TMPDIR"}
        }
        return kept | {
            "DJANGO_SETTINGS_MODULE": "cairn.config.settings",
            "DATA_DIR": str(self.folder / "data"),
            "EMAIL_URL": self.mail or f"file://{self.letters}",
            "DEMO": "1",
            "PORT": str(self.port),
        }

    def wait(self) -> None:
        """Until it answers; with its own words where it does not."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline and self.process and self.process.poll() is None:
            try:
                with urllib.request.urlopen(f"{self.url}/health/", timeout=5) as answer:
                    if answer.status == 200:
                        return
            except (urllib.error.URLError, ConnectionError, TimeoutError):
                time.sleep(0.2)
        msg = f"The server did not answer:\n{(self.folder / 'server.log').read_text()}"
        raise RuntimeError(msg)

    def later(self, *, minutes: int) -> None:
        """Move the demo's clock on, and do what the house does by itself each minute."""
        self.shifted += minutes * 60
        code = LATER.format(seconds=self.shifted)
        command = [sys.executable, "manage.py", "shell", "-v", "0", "-c", code]
        subprocess.run(command, cwd=ROOT, env=self.environment, check=True)

    def letters_to(self, address: str, *, await_number: int = 0) -> list[EmailMessage]:
        """What this address was sent, the oldest first; waits for that many, as they leave by themselves."""
        deadline = time.monotonic() + PATIENCE
        while len(found := self._letters_to(address)) < await_number and time.monotonic() < deadline:
            time.sleep(0.2)
        return found

    def _letters_to(self, address: str) -> list[EmailMessage]:
        files = sorted(self.letters.glob("*.log"), key=lambda file: file.stat().st_mtime_ns)
        parts = [
            part for file in files for part in file.read_bytes().split(b"-" * 79 + b"\n") if part.strip()
        ]
        letters = [message_from_bytes(part, policy=policy.default) for part in parts]
        return [letter for letter in letters if address in str(letter["To"])]

    def close(self) -> None:
        """End the server."""
        if self.process is not None:
            self.process.terminate()
            self.process.wait(timeout=20)


def free_port() -> int:
    """A port nobody listens on, from the kernel."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
