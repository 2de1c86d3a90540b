"""When people are asked: after a meeting, after the second, every few weeks, halfway, at the end, and later.

A format says which instruments; nobody is asked for more than two minutes a month. What does not fit waits
for room, and is left out when it would come too late to mean anything.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction

from cairn.care.asking import LAPSED, SKIPPED, Asking
from cairn.care.instrument import Instrument, instruments
from cairn.kernel import clock
from cairn.mentorships.goal import Goal
from cairn.mentorships.member import PEER, Member
from cairn.programmes.enrolment import MENTEE, MENTOR

if TYPE_CHECKING:
    from cairn.meetings.meeting import Meeting
    from cairn.mentorships.mentorship import Mentorship

JOIN, MEETING, SECOND, PULSE, MID, END, LATER = "join", "meeting", "second", "pulse", "mid", "end", "later"

#: Seconds of answering that one person is asked for in thirty days.
BURDEN, MONTH = 120, timedelta(days=30)
#: How long a question can be answered, and how long it may wait for room.
OPEN_FOR = timedelta(days=14)
MOST_GOALS = 2
CONFIDENCE = "se1"


def after_meeting(meeting: Meeting) -> list[Asking]:
    """What a meeting that was held gives reason to ask of who came."""
    mentorship = meeting.mentorship
    if mentorship is None:
        return []
    asked = ask(mentorship, MEETING, mark=str(meeting.pk), meeting=meeting)
    if mentorship.times_met == mentorship.programme.timers().pulse_after:
        asked += ask(mentorship, SECOND)
    if mentorship.times_met == max(3, mentorship.kind.sessions_target // 2):
        asked += ask(mentorship, MID, mark=str(mentorship.term))
    return asked


@transaction.atomic
def ask(
    mentorship: Mentorship, moment: str, *, mark: str = "", meeting: Meeting | None = None
) -> list[Asking]:
    """Put the instruments of a moment to everybody there, within what each can be asked; once."""
    asked: list[Asking] = []
    people = Member.objects.present().filter(mentorship=mentorship)
    stayed_away = _stayed_away(meeting)
    for member in people:
        for id in _instruments_at(mentorship, moment, member.side):
            if member.person_id not in stayed_away and id in instruments():
                asked += _put(mentorship, member, instruments()[id], moment, mark=mark, meeting=meeting)
    return asked


def _instruments_at(mentorship: Mentorship, moment: str, side: str) -> Iterable[str]:
    """Peers are asked what a mentee and a mentor are, each instrument once."""
    sides = (MENTEE, MENTOR) if side == PEER else (side,)
    return dict.fromkeys(id for each in sides for id in mentorship.kind.surveys_at(moment, each))


def _stayed_away(meeting: Meeting | None) -> set[UUID]:
    if meeting is None:
        return set()
    return set(meeting.attendees.filter(came=False).values_list("person_id", flat=True))


def _put(
    mentorship: Mentorship,
    member: Member,
    instrument: Instrument,
    moment: str,
    *,
    mark: str,
    meeting: Meeting | None,
) -> list[Asking]:
    """One asking, or one for each goal where it is about goals; already put, it is not put again."""
    abouts: list[UUID | None] = [None]
    if instrument.id == CONFIDENCE:
        abouts = [*_goals(mentorship, member)]
    made = []
    for about in abouts:
        due_at = room_for(instrument, member.person_id, clock.now())
        if due_at is None:
            continue
        asking, new = Asking.objects.get_or_create(
            person_id=member.person_id,
            mentorship=mentorship,
            instrument=instrument.id,
            moment=moment,
            mark=_mark(mark, about),
            defaults={
                "organisation_id": mentorship.organisation_id,
                "meeting": meeting,
                "about": about,
                "side": member.side,
                "made_at": clock.now(),
                "due_at": due_at,
                "lapses_at": due_at + OPEN_FOR,
            },
        )
        if new:
            asking.tell()
            made.append(asking)
    return made


def _mark(mark: str, about: UUID | None) -> str:
    return f"{mark}:{about.hex}"[-40:] if about else mark


def _goals(mentorship: Mentorship, member: Member) -> list[UUID]:
    rows = Goal.objects.live().filter(mentorship=mentorship, owner=member.person_id)
    return list(rows.values_list("pk", flat=True)[:MOST_GOALS])


def room_for(instrument: Instrument, person: UUID, now: datetime) -> datetime | None:
    """When this person may be asked for so many seconds more: now, a little later, or not at all (None)."""
    rows = Asking.objects.filter(person=person, due_at__gt=now - MONTH).exclude(state__in=(SKIPPED, LAPSED))
    asked = [(at, instruments()[id].seconds) for at, id in rows.values_list("due_at", "instrument")]
    over = sum(seconds for _at, seconds in asked) + instrument.seconds - BURDEN
    if over <= 0:
        return now
    for at, seconds in sorted(asked):
        over -= seconds
        if over <= 0:
            free = at + MONTH
            return free if free <= now + OPEN_FOR else None
    return None
