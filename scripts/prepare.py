"""Bring everything up to the code: migrations, demo organisation, static files, languages, warm engine.

Each step leaves a stamp with the digest of what it was made from, inside the thing it made, so a second
start does none of them, and deleting the thing brings the step back. `prepare.py static` does that step only,
and so do `prepare.py engine` and `prepare.py languages`.
"""

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import django
import polib
from django.conf import settings
from django.core.management import call_command

ROOT = Path(__file__).resolve().parents[1]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cairn.config.settings")


def digest(paths: Iterable[Path], *also: str) -> str:
    """Changes when a file of `paths` does (by name, size and time), or a word of `also`."""
    facts = sorted(
        f"{path} {path.stat().st_size} {path.stat().st_mtime_ns}" for path in paths if path.is_file()
    )
    return hashlib.sha256("\n".join([*facts, *also]).encode()).hexdigest()


def fresh(stamp: Path, now: str) -> bool:
    """Whether the thing was made from what is there now."""
    return stamp.exists() and stamp.read_text() == now


def keep(stamp: Path, now: str) -> None:
    """Remember what the thing was made from."""
    stamp.parent.mkdir(parents=True, exist_ok=True)
    stamp.write_text(now)


def call(command: str, *args: str) -> None:
    """Run a management command in this process; Django is loaded at the first one only."""
    django.setup()
    call_command(command, *args)


def prepare_data(data: Path) -> None:
    """The tables, and in a demo the organisation that fills them."""
    made_by = [*ROOT.glob("cairn/*/migrations/*.py"), *ROOT.glob("cairn/packs/**/*.py")]
    database = os.environ.get("DATABASE_URL", "")
    now = digest(made_by, database, os.environ.get("DEMO", ""))
    stamp = data / ".prepared"
    # A server elsewhere may be emptied without our knowing, so only our own file's stamp is believed.
    if fresh(stamp, now) and not database and (data / "cairn.sqlite3").exists():
        return
    print("  Bringing the tables up to date", flush=True)
    call("migrate", "--verbosity=0")
    if os.environ.get("DEMO", "0") == "1":
        print("  Making the demo organisation", flush=True)
        call("demo")
        deliver_past_letters()
    keep(stamp, now)


def deliver_past_letters() -> None:
    """The demo begins in the middle of a story: what its people were told before is not told again."""
    from cairn.journal.draining import drain  # noqa: PLC0415 - models load only after Django's set-up

    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    drain()


def prepare_static() -> None:
    """Every static file under a name that holds its fingerprint."""
    sources = [*(ROOT / "cairn/web/static").rglob("*"), ROOT / "package.json", ROOT / "package-lock.json"]
    now = digest(sources)
    stamp = ROOT / "static-collected/.prepared"
    if not fresh(stamp, now):
        print("  Collecting the static files", flush=True)
        call("collectstatic", "--noinput", "--clear", "--verbosity=0")
        keep(stamp, now)


def prepare_languages() -> None:
    """The catalogue of each language, compiled beside it where it is missing or older."""
    for source in (ROOT / "cairn/locale").glob("*/LC_MESSAGES/django.po"):
        made = source.with_suffix(".mo")
        if not made.exists() or made.stat().st_mtime_ns < source.stat().st_mtime_ns:
            polib.pofile(str(source)).save_as_mofile(str(made))


def warm_engine() -> None:
    """Let numba compile the engine beside the server, once for each version of its code."""
    now = digest((ROOT / "matchmaker").rglob("*.py"), sys.version)
    stamp = ROOT / "build/engine.warm"
    if fresh(stamp, now):
        return
    keep(stamp, now)
    warm = "import os; os.nice(10); from matchmaker import warm; warm()"
    subprocess.Popen(
        [sys.executable, "-c", warm], cwd=ROOT, start_new_session=True, stdout=subprocess.DEVNULL
    )


def prepare_all() -> None:
    """Everything that serving needs."""
    prepare_languages()
    prepare_data(Path(os.environ.get("DATA_DIR") or ROOT / "data"))
    prepare_static()
    warm_engine()


STEPS = {
    "all": prepare_all,
    "static": prepare_static,
    "engine": warm_engine,
    "languages": prepare_languages,
}

if __name__ == "__main__":
    STEPS[sys.argv[1] if sys.argv[1:] else "all"]()
