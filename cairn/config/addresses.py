"""What DATABASE_URL, EMAIL_URL and REDIS_URL say, in Django's own words."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured
from psycopg import ProgrammingError
from psycopg.conninfo import conninfo_to_dict


def database(url: str) -> dict[str, Any]:
    """Django's DATABASES entry for `sqlite:///path` or `postgresql://user:password@host:port/name`."""
    scheme = urlsplit(url).scheme
    if scheme == "sqlite":
        return _sqlite(Path(unquote(urlsplit(url).path)))
    if scheme in {"postgres", "postgresql"}:
        return _postgresql(url)
    msg = f"DATABASE_URL begins with {scheme!r}: use sqlite:///path or postgresql://user:password@host/name."
    raise ImproperlyConfigured(msg)


def _sqlite(path: Path) -> dict[str, Any]:
    # IMMEDIATE: a deferred BEGIN answers "database is locked" to the second writer. FULL: an acknowledged
    # write survives a power cut.
    path.parent.mkdir(parents=True, exist_ok=True)
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-32000;",
        },
    }


def _postgresql(url: str) -> dict[str, Any]:
    try:
        parts = conninfo_to_dict(url)
    except ProgrammingError as exc:
        msg = f"DATABASE_URL cannot be read: {exc}"
        raise ImproperlyConfigured(msg) from exc
    names = {"NAME": "dbname", "USER": "user", "PASSWORD": "password", "HOST": "host", "PORT": "port"}
    known = {setting: str(parts.pop(key, None) or "") for setting, key in names.items()}
    # Whoever waits longer for a connection is told, rather than left before an empty page.
    pool = {"min_size": 2, "max_size": 20, "timeout": 5}
    return {"ENGINE": "django.db.backends.postgresql", **known, "OPTIONS": {"pool": pool, **parts}}


def mail(url: str) -> dict[str, Any]:
    """The EMAIL_* settings for `console:`, `memory:`, `file:///folder` and
    `smtp://user:password@host:port?tls=none|starttls|ssl`.
    """
    parts = urlsplit(url)
    if parts.scheme == "file":
        backend = "django.core.mail.backends.filebased.EmailBackend"
        return {"EMAIL_BACKEND": backend, "EMAIL_FILE_PATH": unquote(parts.path)}
    if parts.scheme == "console":
        return {"EMAIL_BACKEND": "cairn.config.console.ConsoleBackend"}
    if parts.scheme == "memory":
        return {"EMAIL_BACKEND": "django.core.mail.backends.locmem.EmailBackend"}
    tls = parse_qs(parts.query).get("tls", ["none"])[0]
    if parts.scheme != "smtp" or not parts.hostname or tls not in {"none", "starttls", "ssl"}:
        msg = "EMAIL_URL must be console: or smtp://user:password@host:port, with ?tls=starttls or ?tls=ssl."
        raise ImproperlyConfigured(msg)
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or {"none": 25, "starttls": 587, "ssl": 465}[tls],
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_TLS": tls == "starttls",
        "EMAIL_USE_SSL": tls == "ssl",
        "EMAIL_TIMEOUT": 10,
    }


def cache(redis_url: str) -> dict[str, Any]:
    """Redis where there is one; else this process's memory, which is why there may be only one process."""
    if not redis_url:
        return {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    return {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": redis_url}


def layer(redis_url: str) -> dict[str, Any]:
    """What carries rings between open pages: Redis, or this process's memory."""
    if not redis_url:
        return {"BACKEND": "channels.layers.InMemoryChannelLayer"}
    options = {"hosts": [redis_url], "prefix": "cairn"}
    return {"BACKEND": "channels_redis.pubsub.RedisPubSubChannelLayer", "CONFIG": options}


def queue(redis_url: str, *, folder: Path, immediate: bool) -> dict[str, Any]:
    """Huey's storage: Redis, or a file of SQLite beside the data, served by threads of the web process.

    The minute tick has a priority, which Huey's plain Redis queue refuses with an error.
    """
    if redis_url:
        kind = "huey.PriorityRedisHuey"
        return {"huey_class": kind, "name": "cairn", "url": redis_url, "immediate": immediate}
    filename = str(folder / "queue.sqlite3")
    return {"huey_class": "huey.SqliteHuey", "name": "cairn", "filename": filename, "immediate": immediate}
