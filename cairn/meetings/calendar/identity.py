"""What calendars know a meeting by: a UID, a SEQUENCE, and for one of a series the time it first had."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cairn.meetings.meeting import Meeting


@dataclass(frozen=True, slots=True)
class Identity:
    """`occurrence` is the RECURRENCE-ID, in UTC: None for a meeting that stands alone."""

    uid: str
    sequence: int
    occurrence: datetime | None = None


def identity_of(meeting: Meeting) -> Identity:
    """One of a series is known by the series' id and its first time, however often it moved since."""
    series = meeting.series
    if series is None or meeting.number is None:
        return Identity(meeting.uid, meeting.sequence)
    times = list(series.occurrences())
    return Identity(str(series.pk), meeting.sequence, times[meeting.number - 1])
