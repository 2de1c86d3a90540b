"""The door of the room."""

from cairn.inclusion.fairness_report import FairnessReport
from cairn.inclusion.self_identification import SelfIdentification

__all__ = ["FairnessReport", "SelfIdentification"]
