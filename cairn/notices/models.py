"""The door of the room."""

from cairn.notices.sent_message import SentMessage

__all__ = ["SentMessage"]
