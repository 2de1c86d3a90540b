"""Settings from the environment: typed, loud on nonsense, secrets from files.

A variable that is set but cannot be understood stops the start with a sentence naming it; nothing falls back
in silence. Every reader also takes NAME_FILE, a path whose content is the value (Docker and Kubernetes
secrets); both at once are refused, since nobody could say which one holds.
"""

import os
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

_WORDS = {
    "1": True, "true": True, "yes": True, "on": True,
    "0": False, "false": False, "no": False, "off": False,
}  # fmt: skip


class Nonsense(ImproperlyConfigured):
    """A setting that cannot mean anything; the sentence names it and says what would do."""


def env_text(name: str, default: str = "") -> str:
    """The value as it stands, without surrounding blanks; `default` where unset or empty."""
    value = _read(name)
    return default if value is None else value


def env_secret(name: str, default: str | None = None) -> str | None:
    """A secret, from NAME or the file named by NAME_FILE; None where there is neither."""
    value = _read(name)
    return default if value is None else value


def env_bool(name: str, default: bool = False) -> bool:  # noqa: FBT001, FBT002 - reads as env_bool("DEMO", False)
    """Yes or no, in the usual spellings."""
    value = _read(name)
    if value is None:
        return default
    if value.lower() not in _WORDS:
        message = f"{name} is {value!r}; write yes or no."
        raise Nonsense(message)
    return _WORDS[value.lower()]


def env_int(name: str, default: int, *, least: int | None = None, most: int | None = None) -> int:
    """A whole number within bounds."""
    value = _read(name)
    if value is None:
        return default
    try:
        number = int(value)
    except ValueError:
        message = f"{name} is {value!r}; write a whole number."
        raise Nonsense(message) from None
    if (least is not None and number < least) or (most is not None and number > most):
        message = f"{name} is {number}; it must be {_between(least, most)}."
        raise Nonsense(message)
    return number


def _between(least: int | None, most: int | None) -> str:
    if least is not None and most is not None:
        return f"between {least} and {most}"
    return f"at least {least}" if most is None else f"at most {most}"


def env_list(name: str, default: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Words separated by commas."""
    value = _read(name)
    if value is None:
        return default
    return tuple(word.strip() for word in value.split(",") if word.strip())


def _read(name: str) -> str | None:
    """The stripped value; unset and empty are the same."""
    plain = os.environ.get(name, "").strip()
    path = os.environ.get(f"{name}_FILE", "").strip()
    if plain and path:
        message = f"{name} and {name}_FILE are both set; keep one."
        raise Nonsense(message)
    if path:
        plain = _read_file(name, Path(path))
    return plain or None


def _read_file(name: str, path: Path) -> str:
    try:
        content = path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as fault:
        message = f"{name}_FILE names {path}, which cannot be read: {fault}."
        raise Nonsense(message) from fault
    if not content:
        message = f"{name}_FILE names {path}, which is empty."
        raise Nonsense(message)
    return content
