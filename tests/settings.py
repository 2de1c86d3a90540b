"""Settings of the tests: the product's own, each worker's data apart, and nobody kept waiting."""

import atexit
import os
import shutil
import tempfile

# Each process of a run keeps its own keys, files and database, and takes them with it.
FOLDER = tempfile.mkdtemp(prefix="cairn-tests-")
atexit.register(shutil.rmtree, FOLDER, ignore_errors=True)
for name, value in {
    "DATA_DIR": FOLDER,
    "DEMO": "1",
    "EMAIL_URL": "memory:",
    "JOBS_IN_WEB": "0",
}.items():
    os.environ.setdefault(name, value)

from cairn.config.settings import *  # noqa: E402, F403 - the settings themselves, read after what stands above
from cairn.config.settings import CACHES, DATA_DIR, DATABASES, HUEY, STORAGES  # noqa: E402 - and those that change below

HUEY["immediate"] = True
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
CACHES["default"]["KEY_PREFIX"] = FOLDER

if "sqlite3" in DATABASES["default"]["ENGINE"]:
    # A file, because threads and processes must meet in it; a power cut may have it.
    DATABASES["default"]["TEST"] = {"NAME": str(DATA_DIR / "test.sqlite3")}
    pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF;"
    DATABASES["default"]["OPTIONS"] = {**DATABASES["default"]["OPTIONS"], "init_command": pragmas}
else:
    # A pool would keep connections open while the database of the tests is dropped.
    DATABASES["default"]["OPTIONS"].pop("pool", None)
