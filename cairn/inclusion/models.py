"""The door of the room."""

from cairn.inclusion.access_audit import AccessAudit
from cairn.inclusion.fairness_report import FairnessReport
from cairn.inclusion.self_identification import SelfIdentification

__all__ = ["AccessAudit", "FairnessReport", "SelfIdentification"]
