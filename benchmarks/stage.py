"""What every benchmark of the product stands on: servers of its own, the settings that point at them.

`python -m benchmarks.stage desk slider 500` runs one of the benchmarks that import the product's rooms, which
can be imported only when Django stands on the environment that `peers` made.
"""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path

import django
from django.core.management import call_command

from scripts.servers import postgresql, valkey


@contextmanager
def peers(folder: Path) -> Iterator[dict[str, str]]:
    """Start PostgreSQL and Valkey from their wheels; yield the environment that points at them."""
    port = free_port()
    with postgresql(options="-c max_connections=200") as database_url, valkey() as redis_url:
        yield {
            "DJANGO_SETTINGS_MODULE": "cairn.config.settings",
            "DATABASE_URL": database_url,
            "REDIS_URL": redis_url,
            "DATA_DIR": str(folder / "data"),
            "WORKERS": "2",
            "PORT": str(port),
            "BASE_URL": f"http://localhost:{port}",
        }


def migrate() -> None:
    """Set Django up on the environment as it is now, and lay the tables."""
    django.setup()
    call_command("migrate", verbosity=0)


@contextmanager
def server(port: int) -> Iterator[int]:
    """Run the product under two workers until the block ends."""
    command = [sys.executable, "-m", "uvicorn", "benchmarks.asgi:application"]
    command += ["--workers", "2", "--port", str(port), "--log-level", "warning", "--no-access-log"]
    with subprocess.Popen(command) as process:
        try:
            wait_until_it_answers(port)
            yield port
        finally:
            process.terminate()


def wait_until_it_answers(port: int) -> None:
    """Wait for the first answer, at most a minute."""
    for _ in range(300):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/bare/", timeout=2)
        except OSError:
            time.sleep(0.2)
        else:
            return
    msg = "The server did not answer within a minute."
    raise RuntimeError(msg)


def free_port() -> int:
    """Ask the kernel for a port nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


if __name__ == "__main__":
    migrate()
    import_module(f"benchmarks.{sys.argv[1]}").main(*sys.argv[2:])
