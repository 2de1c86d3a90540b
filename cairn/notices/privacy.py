"""What each field of the notices is, and what export and erasure do with it."""

from cairn.kernel.privacy import FieldRule, tenant_fields

PRIVACY = {
    **tenant_fields("SentMessage"),
    "SentMessage.person": FieldRule("P2", export="yes", erase="row"),
    "SentMessage.kind": FieldRule("P2", export="yes", erase="row"),
    "SentMessage.channel": FieldRule("P2", export="yes", erase="row"),
    "SentMessage.language": FieldRule("P2", export="yes", erase="row"),
    "SentMessage.subject_id": FieldRule("P2", export="yes", erase="row"),
    "SentMessage.errand_id": FieldRule("P0", export="no", erase="row"),
    "SentMessage.at": FieldRule("P2", export="yes", erase="row"),
}
