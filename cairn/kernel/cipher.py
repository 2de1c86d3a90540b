"""Sealing: AES-256-GCM with the place of the text bound into it.

A sealed value is `version (1 byte) | nonce (12) | ciphertext and tag`. The associated data names the place
the value belongs to (organisation | table | column | row), so a value copied into another row or column does
not open. Keys are 32 random bytes. Wrapping a key is sealing it under another one.

Source for the construction: NIST SP 800-38D. Nonces are random, so one key must not seal more than 2**32
values; a key here belongs to one person, one pair or one organisation and stays far below that.
"""

import base64
import binascii
import hashlib
import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_BYTES = 32
_VERSION = b"\x01"
_NONCE_BYTES = 12
_SENTENCE = "a sealed value does not open: changed, moved, or under another key"


class Tampered(Exception):
    """The value was changed, moved to another place, or sealed under another key."""


class BadKey(ValueError):
    """A text that is not a key: 32 bytes in base64 are expected."""


def new_key() -> bytes:
    """Thirty-two random bytes."""
    return AESGCM.generate_key(bit_length=8 * KEY_BYTES)


def place(*parts: object) -> bytes:
    """The associated data for a place; lengths are written too, so ("ab", "c") is not ("a", "bc")."""
    words = [str(part).encode() for part in parts]
    return b"|".join(b"%d:%s" % (len(word), word) for word in words)


def seal(plain: bytes, *, key: bytes, at: bytes) -> bytes:
    """Encrypt for one place."""
    nonce = os.urandom(_NONCE_BYTES)
    return _VERSION + nonce + AESGCM(key).encrypt(nonce, plain, at)


def unseal(sealed: bytes, *, key: bytes, at: bytes) -> bytes:
    """Decrypt; raises Tampered unless the value was sealed under this key for this place."""
    nonce, body = sealed[1 : 1 + _NONCE_BYTES], sealed[1 + _NONCE_BYTES :]
    if sealed[:1] != _VERSION or len(nonce) != _NONCE_BYTES:
        raise Tampered(_SENTENCE)
    try:
        return AESGCM(key).decrypt(nonce, body, at)
    except InvalidTag:
        raise Tampered(_SENTENCE) from None


def fingerprint(key: bytes) -> str:
    """Sixteen hexadecimal digits that name a key without giving it away."""
    return hashlib.sha256(b"cairn key name" + key).hexdigest()[:16]


def key_to_text(key: bytes) -> str:
    """A key as it stands in the environment or in a file."""
    return base64.urlsafe_b64encode(key).decode()


def key_from_text(text: str) -> bytes:
    """Read a key back; raises BadKey for anything but 32 bytes in (url-safe) base64."""
    try:
        key = base64.b64decode(text.strip().replace("-", "+").replace("_", "/"), validate=True)
    except (binascii.Error, ValueError):
        key = b""
    if len(key) != KEY_BYTES:
        message = "a key is 32 random bytes in base64 (44 characters); make one with: openssl rand -base64 32"
        raise BadKey(message)
    return key
