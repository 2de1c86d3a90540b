"""What each field of this room is, and what export and erasure do with it."""

from cairn.kernel.privacy import FieldRule, tenant_fields

# Whoever filed a report reads it with its receipt; an export would tell that somebody did.
_REPORT = FieldRule("P5", export="no", erase="keep")
_KEY = FieldRule("P6", export="no", erase="row")

PRIVACY: dict[str, FieldRule] = {
    **tenant_fields("LeadKey"),
    "LeadKey.person": FieldRule("P1"),
    "LeadKey.public": _KEY,
    "LeadKey.salt": _KEY,
    "LeadKey.locked": _KEY,
    "LeadKey.made_at": FieldRule("P1"),
    **tenant_fields("Report"),
    "Report.public": _REPORT,
    "Report.sealed": _REPORT,
    "Report.receipt_name": _REPORT,
    "Report.filed_at": _REPORT,
    **tenant_fields("ReportKey"),
    "ReportKey.report": _REPORT,
    "ReportKey.holder": _REPORT,
    "ReportKey.lead": _REPORT,
    "ReportKey.wrapped": _KEY,
    "ReportKey.kept": _KEY,
}
