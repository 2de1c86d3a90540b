"""May they? Who may change a meeting, take part in it, write its shared words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cairn.meetings.attendee import HOST
from cairn.meetings.kinds import OPEN_KINDS
from cairn.programmes.rules import may_coordinate

if TYPE_CHECKING:
    from cairn.meetings.meeting import Meeting
    from cairn.people.person import Person
    from cairn.programmes.programme import Programme


def may_change(person: Person, meeting: Meeting) -> bool:
    """Move it or call it off: everybody who is asked, only the host where seats are open to all."""
    place = meeting.place_of(person)
    return place is not None and (meeting.kind not in OPEN_KINDS or place.role == HOST)


def may_attend(person: Person, meeting: Meeting) -> bool:
    """See its agenda, add to it, write notes, say how it went: everybody who is asked."""
    return meeting.place_of(person) is not None


def may_host(person: Person, programme: Programme) -> bool:
    """Invite everybody of a programme: its mentors, and who runs it."""
    mentors = programme.mentors().filter(person=person).exists()
    return mentors or may_coordinate(person, programme)
