"""The door of the room."""

from cairn.notices.envelope import Envelope
from cairn.notices.habit import Habit
from cairn.notices.mute import Mute
from cairn.notices.notice import Notice
from cairn.notices.sent_message import SentMessage

__all__ = ["Envelope", "Habit", "Mute", "Notice", "SentMessage"]
