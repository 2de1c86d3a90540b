"""What this room does about news: it asks people how it was, and sees at once when a cause is gone."""

from typing import Any

from cairn.care.causes import CANCELLED, GAP, MISSED, NO_BOOKING, NO_GOAL, NO_MEETING, UNANSWERED
from cairn.care.planning import JOIN, after_meeting, ask
from cairn.care.signal import Signal
from cairn.journal.errand import Errand
from cairn.journal.reaction import inside
from cairn.meetings.meeting import Meeting
from cairn.mentorships.mentorship import Mentorship

#: What a booking, a meeting and a goal mend at once; the night finds the rest.
BY_BOOKING = (NO_BOOKING, NO_MEETING, GAP, MISSED, UNANSWERED)
BY_MEETING = (*BY_BOOKING, CANCELLED)


@inside()
def ask_after_meeting(errand: Errand) -> None:
    """A meeting was held."""
    meeting = Meeting.objects.select_related("mentorship__programme").get(pk=errand.entry.subject_id)
    after_meeting(meeting)
    _solve(meeting.mentorship_id, BY_MEETING)


@inside()
def see_booking(errand: Errand) -> None:
    """A meeting was booked."""
    _solve(errand.entry.data.get("mentorship"), BY_BOOKING)


@inside()
def see_goal(errand: Errand) -> None:
    """A goal was set or agreed on."""
    _solve(errand.entry.data.get("mentorship"), (NO_GOAL,))


@inside()
def ask_at_the_beginning(errand: Errand) -> None:
    """A mentorship began."""
    ask(Mentorship.objects.select_related("programme").get(pk=errand.entry.subject_id), JOIN)


def _solve(mentorship: Any, codes: tuple[str, ...]) -> None:
    if mentorship:
        for signal in Signal.objects.standing().filter(mentorship=mentorship, code__in=codes):
            signal.solve()
