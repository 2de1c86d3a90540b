"""A series made and ended: every occurrence is looked at by itself, at the hour its own clocks show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from cairn.kernel import clock
from cairn.meetings.booking import book
from cairn.meetings.kinds import PAIR
from cairn.meetings.meeting import Meeting
from cairn.meetings.moving import cancel
from cairn.meetings.proposing import people_of
from cairn.meetings.refusal import DayFull, Refused, SlotTaken
from cairn.meetings.series import Series
from cairn.meetings.slots import availability_of, earliest_for
from cairn.meetings.weaving import DAY, to_minute, weave

if TYPE_CHECKING:
    from cairn.mentorships.mentorship import Mentorship
    from cairn.people.person import Person

MOST = 26


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One time of a series, in UTC, and whether everybody could come."""

    number: int
    starts_at: datetime
    fits: bool


def series_from(
    mentorship: Mentorship, *, at: datetime, zone: str, minutes: int, every_weeks: int, count: int, by: Person
) -> Series:
    """A series that begins at a moment and comes back at that hour of that zone; not saved yet."""
    local = at.astimezone(ZoneInfo(zone))
    if not 1 <= count <= MOST or not 1 <= every_weeks <= MOST:
        raise Refused("length", _("A series has up to 26 meetings, one a week or rarer."))
    return Series(
        organisation_id=mentorship.organisation_id,
        mentorship=mentorship,
        by=by,
        first_day=local.date(),
        minute=local.hour * 60 + local.minute,
        minutes=minutes,
        zone=zone,
        every_weeks=every_weeks,
        count=count,
        made_at=clock.now(),
    )


def foresee(series: Series) -> list[Occurrence]:
    """Every occurrence, each checked against everybody's free time, other calendars, meetings and limits."""
    people = people_of(series.mentorship)
    times = list(series.occurrences())
    within = (to_minute(times[0]), to_minute(times[-1]) + DAY)
    own = Meeting.objects.of_mentorship(series.mentorship).proposed()
    everybody = availability_of(people, within=within, own=list(own))
    spans, earliest = weave(everybody, minutes=series.minutes, within=within), earliest_for(people)
    return [
        Occurrence(
            number,
            at,
            at >= earliest
            and any(start <= to_minute(at) and to_minute(at) + series.minutes <= end for start, end in spans),
        )
        for number, at in enumerate(times, start=1)
    ]


@transaction.atomic
def begin(
    series: Series, *, kind: str = PAIR, after: Meeting | None = None
) -> tuple[list[Meeting], list[Occurrence]]:
    """Book every occurrence that fits. Returns what was booked, and what did not fit and was left out.

    `after` is a meeting that is booked already and becomes the first of the series.
    """
    foreseen = foresee(series)[1 if after else 0 :]
    series.save()
    booked: list[Meeting] = []
    for occurrence in foreseen:
        meeting = _book(series, occurrence, kind=kind) if occurrence.fits else None
        booked += [meeting] if meeting else []
    if not booked:
        raise Refused("not_free", _("None of these times suits you both. Please choose another hour."))
    if after is not None:
        after.series, after.number = series, 1
        after.save(update_fields=("series", "number"))
    done = {meeting.number for meeting in booked}
    return booked, [each for each in foreseen if each.number not in done]


def _book(series: Series, occurrence: Occurrence, *, kind: str) -> Meeting | None:
    try:
        return book(
            people=people_of(series.mentorship),
            at=occurrence.starts_at,
            minutes=series.minutes,
            by=series.by,
            mentorship=series.mentorship,
            kind=kind,
            series=series,
            number=occurrence.number,
            anywhen=True,
        )
    except (SlotTaken, DayFull):
        return None


@transaction.atomic
def end(series: Series, *, by: Person) -> int:
    """Call off what is still ahead of a series; how many meetings that were."""
    ahead = list(Meeting.objects.ahead(clock.now()).filter(series=series, starts_at__gt=clock.now()))
    for meeting in ahead:
        cancel(meeting, by=by)
    return len(ahead)


def last_day(series: Series) -> date:
    """The day of the last occurrence, where it is kept."""
    return series.first_day + timedelta(weeks=series.every_weeks * (series.count - 1))
