"""Fetching, remembering and forgetting owners' keys.

Opened content keys are remembered only inside `keyring`, for as long as one page or job lasts: a key that is
dropped must be gone everywhere at once, so there is no cache that outlives a request.
"""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from cairn.kernel import clock
from cairn.vault.key import Forgotten, Key, OrganisationKey

#: (organisation id, owner) → content key, None where there is none or it was forgotten.
Ring = dict[tuple[uuid.UUID, uuid.UUID], bytes | None]

_ring: ContextVar[Ring | None] = ContextVar("opened_keys", default=None)


@contextmanager
def keyring(rows: Iterable[Any]) -> Iterator[None]:
    """Open the keys of many rows at once: two queries for each organisation, however many rows."""
    wanted: dict[uuid.UUID, set[uuid.UUID]] = defaultdict(set)
    for row in rows:
        wanted[row.organisation_id].add(row.vault_owner())
    ring: Ring = dict(_ring.get() or {})
    for organisation_id, owners in wanted.items():
        ring.update(_open(organisation_id, owners))
    token = _ring.set(ring)
    try:
        yield
    finally:
        _ring.reset(token)


def key_for_reading(organisation_id: uuid.UUID, owner: uuid.UUID) -> bytes | None:
    """The owner's key, None where it was forgotten or never made."""
    ring = _ring.get()
    if ring is not None and (organisation_id, owner) in ring:
        return ring[organisation_id, owner]
    return _open(organisation_id, {owner})[organisation_id, owner]


def key_for_writing(organisation_id: uuid.UUID, owner: uuid.UUID) -> bytes:
    """The owner's key, made when first needed; raises Forgotten."""
    key = key_for_reading(organisation_id, owner)
    if key is None:
        Key.make([owner], organisation_id=organisation_id)
        key = _open(organisation_id, {owner})[organisation_id, owner]
        ring = _ring.get()
        if ring is not None:
            ring[organisation_id, owner] = key
    if key is None:
        raise Forgotten(owner)
    return key


def make_keys(owners: Iterable[uuid.UUID], *, organisation_id: uuid.UUID) -> None:
    """Make the keys that are missing, in bulk; before an import seals thousands of rows inside `keyring`."""
    Key.make(owners, organisation_id=organisation_id)


def forget(owner: uuid.UUID) -> int:
    """Drop the owner's keys: what they sealed can never be read again. How many were dropped."""
    return Key.objects.filter(owner=owner, forgotten_at=None).update(wrapped=None, forgotten_at=clock.wall())


def _open(organisation_id: uuid.UUID, owners: set[uuid.UUID]) -> Ring:
    ring: Ring = dict.fromkeys(((organisation_id, owner) for owner in owners), None)
    found = list(Key.objects.filter(organisation_id=organisation_id, owner__in=owners).exclude(wrapped=None))
    if found:
        above = OrganisationKey.of(organisation_id).plain()
        ring.update({(organisation_id, key.owner): key.plain(above) for key in found})
    return ring
