"""What each field of this room is, and what export and erasure do with it."""

from cairn.kernel.privacy import FieldRule, tenant_fields

PRIVACY: dict[str, FieldRule] = {
    **tenant_fields("SelfIdentification"),
    "SelfIdentification.person": FieldRule("P4", export="no", erase="row"),
    "SelfIdentification.dimension": FieldRule("P4", export="no", erase="row"),
    "SelfIdentification.value": FieldRule("P4", export="yes", erase="key"),
    "SelfIdentification.at": FieldRule("P4", export="no", erase="row"),
}
