"""The door: the nouns of this room that have tables."""

from cairn.meetings.absence import Absence
from cairn.meetings.agenda_item import AgendaItem
from cairn.meetings.attendee import Attendee
from cairn.meetings.busy import Busy
from cairn.meetings.cancellation import Cancellation
from cairn.meetings.day_exception import DayException
from cairn.meetings.day_place import DayPlace
from cairn.meetings.habits import Habits
from cairn.meetings.lateness import Lateness
from cairn.meetings.letter import Letter
from cairn.meetings.meeting import Meeting
from cairn.meetings.note import Note
from cairn.meetings.office_hours import OfficeHours
from cairn.meetings.office_place import OfficePlace
from cairn.meetings.rescheduling import Rescheduling
from cairn.meetings.series import Series
from cairn.meetings.taken import Taken

__all__ = [
    "Absence",
    "AgendaItem",
    "Attendee",
    "Busy",
    "Cancellation",
    "DayException",
    "DayPlace",
    "Habits",
    "Lateness",
    "Letter",
    "Meeting",
    "Note",
    "OfficeHours",
    "OfficePlace",
    "Rescheduling",
    "Series",
    "Taken",
]
