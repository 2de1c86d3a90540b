"""What each field of this room is, and what export and erasure do with it."""

from cairn.kernel.privacy import FieldRule, tenant_fields

_PUBLISHED = FieldRule("P2", export="no", erase="keep")

PRIVACY: dict[str, FieldRule] = {
    **tenant_fields("FairnessReport"),
    "FairnessReport.programme": _PUBLISHED,
    "FairnessReport.run": _PUBLISHED,
    "FairnessReport.tables": _PUBLISHED,
    "FairnessReport.matched": FieldRule("P2", export="no", erase="blank"),
    "FairnessReport.at": _PUBLISHED,
    **tenant_fields("AccessAudit"),
    "AccessAudit.programme": _PUBLISHED,
    "AccessAudit.format": _PUBLISHED,
    "AccessAudit.tables": _PUBLISHED,
    "AccessAudit.counted": FieldRule("P2", export="no", erase="blank"),
    "AccessAudit.at": _PUBLISHED,
    **tenant_fields("SelfIdentification"),
    "SelfIdentification.person": FieldRule("P4", export="no", erase="row"),
    "SelfIdentification.dimension": FieldRule("P4", export="no", erase="row"),
    "SelfIdentification.value": FieldRule("P4", export="yes", erase="key"),
    "SelfIdentification.at": FieldRule("P4", export="no", erase="row"),
}
