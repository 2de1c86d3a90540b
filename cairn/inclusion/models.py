"""The door of the room."""

from cairn.inclusion.self_identification import SelfIdentification

__all__ = ["SelfIdentification"]
