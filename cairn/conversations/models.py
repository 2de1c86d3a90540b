"""The door: the nouns of this room that have tables."""

from cairn.conversations.attachment import Attachment
from cairn.conversations.draft import Draft
from cairn.conversations.manner import Manner
from cairn.conversations.message import Message
from cairn.conversations.participant import Participant
from cairn.conversations.thread import Thread

__all__ = ["Attachment", "Draft", "Manner", "Message", "Participant", "Thread"]
