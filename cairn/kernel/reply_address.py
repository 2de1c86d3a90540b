"""Addresses that an answer by mail comes back to: `reply+<sign>@…`, where the sign says about what, and for
whom.

A sign is a letter for the kind of row, the row's id and a seal over both, in 46 letters and digits of one
case, since mail programs do not keep the case. It is no permission by itself: whoever takes the mail also
looks at the sender.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings

_SALT = b"cairn.kernel.reply_address:"
_SEAL, _ID = 12, 16


@dataclass(frozen=True, slots=True)
class Sign:
    """What an address stands for: a kind (one letter) and the id of a row of that kind."""

    kind: str
    id: UUID


def reply_address(kind: str, id: UUID) -> str:
    """The address for one row; empty where no answers by mail are taken."""
    if not settings.INBOUND_ADDRESS:
        return ""
    local, _, domain = settings.INBOUND_ADDRESS.partition("@")
    packed = base64.b32encode(id.bytes + _seal(kind, id.bytes)).decode().rstrip("=").lower()
    return f"{local}+{kind}{packed}@{domain}"


def read_sign(address: str) -> Sign | None:
    """What an address stands for; None where it is not ours or its seal does not fit."""
    local, _, domain = address.strip().lower().rpartition("@")
    name, plus, sign = local.partition("+")
    if not plus or not settings.INBOUND_ADDRESS or f"{name}@{domain}" != settings.INBOUND_ADDRESS:
        return None
    kind, packed = sign[:1], sign[1:].upper()
    try:
        whole = base64.b32decode(packed + "=" * (-len(packed) % 8))
    except (binascii.Error, ValueError):
        return None
    if len(whole) != _ID + _SEAL or not hmac.compare_digest(_seal(kind, whole[:_ID]), whole[_ID:]):
        return None
    return Sign(kind, UUID(bytes=whole[:_ID]))


def _seal(kind: str, id: bytes) -> bytes:
    key = hashlib.sha256(_SALT + settings.SECRET_KEY.encode()).digest()
    return hmac.digest(key, kind.encode() + id, "sha256")[:_SEAL]
