"""Times to choose from, as choices of a page."""

from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils import formats

from cairn.kernel import clock
from cairn.meetings.meeting import Meeting
from cairn.meetings.proposing import minutes_of, people_of, spread
from cairn.meetings.slots import slots_for
from cairn.mentorships.mentorship import Mentorship
from cairn.notices.acts import spelled
from cairn.people.person import Person
from cairn.web.answers.acts.act import Choice

MOST = 9
AHEAD = 21


def proposed_to(mentorship: Mentorship) -> list[Meeting]:
    """The times that are held for them."""
    standing = Meeting.objects.of_mentorship(mentorship).proposed().filter(held_until__gt=clock.now())
    return list(standing.filter(starts_at__gt=clock.now()))


def times_for_pair(mentorship: Mentorship) -> list[datetime]:
    """What was proposed, and more of the same length."""
    proposed = proposed_to(mentorship)
    people, minutes = people_of(mentorship), minutes_of(mentorship)
    return _times(people, minutes, own=proposed, first=[each.starts_at for each in proposed])


def times_for_meeting(meeting: Meeting) -> list[datetime]:
    """Where a meeting could move to."""
    people = [each.person for each in meeting.attendees.all()]
    return [at for at in _times(people, meeting.minutes, own=[meeting]) if at != meeting.starts_at]


def as_choices(times: Iterable[datetime], zone: ZoneInfo, *, chosen: datetime | None) -> list[Choice]:
    """Day and hour where the reader lives."""
    times = list(times)
    taken = chosen if chosen in times else next(iter(times), None)
    return [
        Choice(
            spelled(at),
            str(formats.date_format(at.astimezone(zone), "DATE_FORMAT")),
            str(formats.time_format(at.astimezone(zone), "TIME_FORMAT")),
            at == taken,
        )
        for at in times
    ]


def _times(
    people: list[Person], minutes: int, *, own: list[Meeting], first: Iterable[datetime] = ()
) -> list[datetime]:
    free = spread(slots_for(people, minutes=minutes, days=AHEAD, own=own), people, count=MOST)
    return sorted({*first, *(slot.starts_at for slot in free)})
