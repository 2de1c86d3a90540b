"""The master keys: the present one, and those it has followed, until rotation is over."""

from functools import cache

from django.conf import settings

from cairn.kernel import cipher


class NoSuchMasterKey(Exception):
    """Something was sealed under a master key that this installation was not given."""


def present() -> tuple[str, bytes]:
    """Name and bytes of the key that seals from now on; raises BadKey."""
    key = cipher.key_from_text(settings.CAIRN_MASTER_KEY)
    return cipher.fingerprint(key), key


def named(name: str) -> bytes:
    """The key of that name, present or past; raises NoSuchMasterKey."""
    if not known(name):
        message = f"master key {name} is missing; give it in CAIRN_MASTER_KEY or CAIRN_MASTER_KEY_PREVIOUS"
        raise NoSuchMasterKey(message)
    return _by_name(_texts())[name]


def known(name: str) -> bool:
    """Whether this installation has the key of that name."""
    return name in _by_name(_texts())


def _texts() -> tuple[str, ...]:
    past = getattr(settings, "CAIRN_MASTER_KEY_PREVIOUS", None) or ""
    return (settings.CAIRN_MASTER_KEY, *(text for text in past.split(",") if text.strip()))


@cache
def _by_name(texts: tuple[str, ...]) -> dict[str, bytes]:
    keys = [cipher.key_from_text(text) for text in texts]
    return {cipher.fingerprint(key): key for key in keys}
