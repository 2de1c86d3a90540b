"""The words of a meeting in somebody's calendar: who with, and where to find it. Never what it is about.

Where a format wants quiet letters they say nothing at all: calendars are often seen by others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.utils.translation import gettext as _

from cairn.kernel.text import first_name_of, single_line

if TYPE_CHECKING:
    from cairn.meetings.meeting import Meeting
    from cairn.people.person import Person

NEUTRAL = "neutral_mail"


def is_quiet(meeting: Meeting) -> bool:
    """Whether its words stay inside."""
    return meeting.mentorship is not None and meeting.mentorship.has(NEUTRAL)


def summary(meeting: Meeting, reader: Person) -> str:
    """The line in the calendar."""
    if is_quiet(meeting):
        return _("Appointment")
    if meeting.title:
        return single_line(meeting.title, most=120)
    others = ", ".join(first_name_of(each.name) for each in meeting.others(reader))
    return single_line(_("Meeting with %(who)s") % {"who": others} if others else _("Meeting"), most=120)


def description(meeting: Meeting) -> str:
    """One sentence and the address of its page."""
    address = f"{settings.BASE_URL}/meetings/{meeting.pk}/"
    if is_quiet(meeting):
        return address
    return "\n".join((_("Agenda, notes, another time:"), address))


def location(meeting: Meeting) -> str:
    """Where, if somebody said so."""
    return "" if is_quiet(meeting) else single_line(meeting.place, most=300)


def organiser(meeting: Meeting, reader: Person) -> str:
    """Who the invitation seems to come from: the partner where there is one, else the house."""
    others = [] if is_quiet(meeting) else meeting.others(reader)
    return single_line(others[0].name, most=120) if len(others) == 1 else "Cairn"
