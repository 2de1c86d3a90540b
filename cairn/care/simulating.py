"""What other timers would have done in a programme's own past: the same rules, played over what happened.

Only who and when are read. Each rule is played over a whole mentorship and counts how often it would have
spoken; so two settings can be compared in one look.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import groupby, pairwise
from typing import TYPE_CHECKING
from uuid import UUID

from cairn.care.causes import CANCELLED, GAP, NO_BOOKING, NO_CLOSURE, NO_MEETING, UNANSWERED
from cairn.care.watch import working_days
from cairn.conversations.message import Message
from cairn.conversations.thread import CIRCLE, PAIR
from cairn.kernel import clock
from cairn.meetings import state
from cairn.meetings.meeting import Meeting
from cairn.mentorships.mentorship import Mentorship

if TYPE_CHECKING:
    from cairn.programmes.format import Format
    from cairn.programmes.programme import Programme
    from cairn.programmes.timers import Timers

PAST = timedelta(days=365)
IDLE = "idle"


@dataclass(slots=True)
class Past:
    """One mentorship's past. `bookings` are when somebody booked, `met` when they met, `called_off` by whom
    in the order of the meetings (None for a meeting that was held), `words` who wrote when.
    """

    begun_at: datetime
    until: datetime
    ends_at: datetime | None
    kind: Format
    bookings: list[datetime] = field(default_factory=list)
    met: list[datetime] = field(default_factory=list)
    called_off: list[UUID | None] = field(default_factory=list)
    words: list[tuple[UUID, datetime]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Simulated:
    """How often each rule would have spoken, by code, and in how many mentorships we looked."""

    counts: Mapping[str, int]
    mentorships: int

    @property
    def total(self) -> int:
        return sum(self.counts.values())


def simulate(programme: Programme, timers: Timers) -> Simulated:
    """The last year with these timers."""
    past = read_past(programme)
    return play(past, timers)


def play(past: Iterable[Past], timers: Timers) -> Simulated:
    """Every rule over every mentorship."""
    past = list(past)
    counts = {code: sum(rule(each, timers) for each in past) for code, rule in RULES.items()}
    return Simulated(counts, len(past))


def read_past(programme: Programme) -> list[Past]:
    """The mentorships of the last year; three queries."""
    now = clock.now()
    since = now - PAST
    rows = Mentorship.objects.in_programme(programme).filter(begun_at__gt=since)
    found = {
        row.pk: Past(
            begun_at=row.begun_at,
            until=row.closed_at or now,
            ends_at=_end_of(row),
            kind=row.kind,
        )
        for row in rows
        if row.has("health")
    }
    _meetings(found)
    _words(found, programme)
    return list(found.values())


def _end_of(row: Mentorship) -> datetime | None:
    if row.ends_on is None:
        return None
    return datetime.combine(row.ends_on, row.begun_at.timetz())


def _meetings(found: Mapping[UUID, Past]) -> None:
    rows = Meeting.objects.filter(mentorship__in=list(found)).exclude(state__in=(state.DRAFT, state.PROPOSED))
    for id, made_at, starts_at, now, by in rows.order_by("starts_at").values_list(
        "mentorship_id", "made_at", "starts_at", "state", "cancellation__by"
    ):
        each = found[id]
        each.bookings.append(made_at)
        if now in state.TOOK_PLACE:
            each.met.append(starts_at)
            each.called_off.append(None)
        elif now == state.CANCELLED and by:
            each.called_off.append(by)


def _words(found: Mapping[UUID, Past], programme: Programme) -> None:
    """Who wrote when, never what."""
    threads = {"thread__organisation": programme.organisation_id, "thread__kind__in": (PAIR, CIRCLE)}
    rows = Message.objects.filter(**threads, thread__origin__in=list(found)).order_by("sent_at")
    for id, author, at in rows.values_list("thread__origin", "author", "sent_at"):
        found[id].words.append((author, at))


def _no_booking(past: Past, timers: Timers) -> int:
    first = min(past.bookings, default=past.until)
    return int(first >= past.begun_at + timedelta(days=timers.booking_days))


def _no_meeting(past: Past, timers: Timers) -> int:
    first = min(past.met, default=past.until)
    return int(first >= past.begun_at + timedelta(days=timers.first_meeting_days))


def _gaps(past: Past, timers: Timers) -> int:
    waits = enumerate(pairwise([*past.met, past.until]), start=1)
    rhythms = ((later - earlier, past.kind.days_after(number)) for number, (earlier, later) in waits)
    return sum(1 for wait, days in rhythms if days and wait > timedelta(days=days) * timers.gap_factor)


def _cancelled(past: Past, timers: Timers) -> int:
    runs = ((by, len(list(run))) for by, run in groupby(past.called_off))
    return sum(1 for by, length in runs if by is not None and length >= timers.cancelled_in_row)


def _unanswered(past: Past, timers: Timers) -> int:
    return sum(1 for wait in _waits(past) if working_days(*wait) > timers.unanswered_days)


def _waits(past: Past) -> Iterator[tuple[datetime, datetime]]:
    """From a word to the first answer or meeting after it, for each turn of the talk."""
    turns = [list(turn)[-1] for _author, turn in groupby(past.words, key=lambda word: word[0])]
    answers = [*(at for _author, at in turns[1:]), past.until]
    for (_author, at), answer in zip(turns, answers, strict=False):
        yield at, min([answer, *(met for met in past.met if met > at)])


def _no_closure(past: Past, timers: Timers) -> int:
    """Near the end, and no meeting was booked within the closing time."""
    if past.ends_at is None:
        return 0
    from_ = past.ends_at - timedelta(days=timers.closing_days)
    reached = past.until > from_
    return int(reached and not any(met > from_ for met in past.met))


def _idle(past: Past, timers: Timers) -> int:
    waits = pairwise([past.begun_at, *past.met, past.until])
    return sum(1 for earlier, later in waits if later - earlier >= timedelta(days=timers.idle_days))


RULES: Mapping[str, Callable[[Past, Timers], int]] = {
    NO_BOOKING: _no_booking,
    NO_MEETING: _no_meeting,
    GAP: _gaps,
    CANCELLED: _cancelled,
    UNANSWERED: _unanswered,
    NO_CLOSURE: _no_closure,
    IDLE: _idle,
}
