"""The door of the room."""

from cairn.journal.beat import Beat
from cairn.journal.entry import Entry
from cairn.journal.errand import Errand

__all__ = ["Beat", "Entry", "Errand"]
