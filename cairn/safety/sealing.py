"""Sealing to somebody: anybody with the public key can seal, only the private key opens.

X25519 with a fresh key for each sealing, HKDF-SHA256 over the shared secret, AES-256-GCM bound to its place
(RFC 7748, RFC 5869, NIST SP 800-38D). A passphrase becomes a key through scrypt (RFC 7914, 32 MiB); a receipt
has 120 random bits, so one hash is enough for it.
"""

import base64
import hashlib
import secrets

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from cairn.kernel import cipher

PUBLIC_BYTES = 32
_RECEIPT_BYTES = 15


def new_pair() -> tuple[bytes, bytes]:
    """A private and a public key."""
    private = X25519PrivateKey.generate()
    return private.private_bytes_raw(), private.public_key().public_bytes_raw()


def seal_to(public: bytes, plain: bytes, *, at: bytes) -> bytes:
    """Seal for whoever holds the private key."""
    once = X25519PrivateKey.generate()
    mine = once.public_key().public_bytes_raw()
    shared = once.exchange(X25519PublicKey.from_public_bytes(public))
    return mine + cipher.seal(plain, key=_derived(shared, mine + public), at=at)


def open_with(private: bytes, sealed: bytes, *, at: bytes) -> bytes:
    """Open what was sealed to the public key of this one; raises Tampered."""
    theirs, body = sealed[:PUBLIC_BYTES], sealed[PUBLIC_BYTES:]
    key = X25519PrivateKey.from_private_bytes(private)
    shared = key.exchange(X25519PublicKey.from_public_bytes(theirs))
    return cipher.unseal(body, key=_derived(shared, theirs + key.public_key().public_bytes_raw()), at=at)


def key_of_passphrase(passphrase: str, *, salt: bytes) -> bytes:
    """A key that takes a tenth of a second to try."""
    return Scrypt(salt=salt, length=cipher.KEY_BYTES, n=2**15, r=8, p=1).derive(passphrase.encode())


def new_receipt() -> str:
    """Six groups of four signs, to be written down."""
    signs = base64.b32encode(secrets.token_bytes(_RECEIPT_BYTES)).decode()
    return "-".join(signs[start : start + 4] for start in range(0, len(signs), 4))


def key_of_receipt(receipt: str) -> bytes:
    """The key a receipt holds."""
    return hashlib.sha256(b"cairn receipt key" + _signs(receipt)).digest()


def name_of_receipt(receipt: str) -> str:
    """By which a report is found again; it gives nothing of the key away."""
    return hashlib.sha256(b"cairn receipt name" + _signs(receipt)).hexdigest()[:32]


def _derived(shared: bytes, about: bytes) -> bytes:
    return HKDF(hashes.SHA256(), cipher.KEY_BYTES, salt=None, info=b"cairn report" + about).derive(shared)


def _signs(receipt: str) -> bytes:
    """However it was typed: 0 and 1 are not among the signs, so they stand for O and I."""
    plain = "".join(sign for sign in receipt.upper() if sign.isalnum())
    return plain.replace("0", "O").replace("1", "I").encode()
