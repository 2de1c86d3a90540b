"""The door: the nouns of this room that have tables."""

from cairn.safety.lead_key import LeadKey
from cairn.safety.report import Report
from cairn.safety.report_key import ReportKey

__all__ = ["LeadKey", "Report", "ReportKey"]
