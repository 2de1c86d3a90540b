"""What each field of this room is, and what export and erasure do with it."""

from cairn.kernel.privacy import FieldRule, tenant_fields

_CHOSEN = FieldRule("P1", export="yes", erase="row")
_WHEN = FieldRule("P2", export="yes", erase="row")
_OURS = FieldRule("P0", export="no", erase="row")

PRIVACY: dict[str, FieldRule] = {
    **tenant_fields("Received"),
    "Received.person": _WHEN,
    "Received.mark": _OURS,
    "Received.outcome": _OURS,
    "Received.at": _WHEN,
    **tenant_fields("FeedKey"),
    "FeedKey.person": _CHOSEN,
    "FeedKey.secret_hash": FieldRule("P6", export="no", erase="row"),
    "FeedKey.made_at": _CHOSEN,
    **tenant_fields("AllowedHost"),
    "AllowedHost.host": FieldRule("P0", export="no", erase="keep"),
    **tenant_fields("BusySource"),
    "BusySource.person": _CHOSEN,
    "BusySource.url": FieldRule("P3", export="yes", erase="row"),
    "BusySource.host": _CHOSEN,
    "BusySource.added_at": _CHOSEN,
    "BusySource.next_at": _OURS,
    "BusySource.read_at": _WHEN,
    "BusySource.fault": _OURS,
    "BusySource.failures": _OURS,
    "BusySource.stretches": _WHEN,
    "BusySource.etag": _OURS,
    "BusySource.digest": _OURS,
}
