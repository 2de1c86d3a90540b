"""The door of the room."""

from cairn.intake.upload import Upload

__all__ = ["Upload"]
