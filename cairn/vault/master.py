"""The master keys: the present one, and those it has followed, until rotation is over."""

from functools import cache

from django.conf import settings

from cairn.kernel import cipher


class NoSuchMasterKey(Exception):
    """Something was sealed under a master key that this installation was not given."""


def present() -> tuple[str, bytes]:
    """Name and bytes of the key that seals from now on."""
    key = cipher.key_from_text(settings.CAIRN_MASTER_KEY)
    return cipher.fingerprint(key), key


def named(name: str) -> bytes:
    """The key of that name, present or past; raises NoSuchMasterKey."""
    past = getattr(settings, "CAIRN_MASTER_KEY_PREVIOUS", None)
    known = _by_name((settings.CAIRN_MASTER_KEY, *(past.split(",") if past else ())))
    if name not in known:
        message = (
            f"the master key {name} is missing; give it in CAIRN_MASTER_KEY or CAIRN_MASTER_KEY_PREVIOUS"
        )
        raise NoSuchMasterKey(message)
    return known[name]


@cache
def _by_name(texts: tuple[str, ...]) -> dict[str, bytes]:
    keys = [cipher.key_from_text(text) for text in texts if text.strip()]
    return {cipher.fingerprint(key): key for key in keys}
