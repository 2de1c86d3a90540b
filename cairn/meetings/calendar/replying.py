"""Answers from other calendars (iTIP REPLY and COUNTER, RFC 5546): yes, no, maybe, and "could we at another
time?".

Whoever calls has looked at the sender: the place is the one the mail's sign stands for, and the mail came
from an address of that person. What the document claims beyond that is believed only where it fits.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import transaction

from cairn.kernel import clock
from cairn.meetings import state
from cairn.meetings.attendee import ACCEPTED, DECLINED, TENTATIVE
from cairn.meetings.attending import answer
from cairn.meetings.calendar.identity import identity_of
from cairn.meetings.calendar.outcome import Outcome
from cairn.meetings.calendar.reading import Reply, Unreadable, read_reply
from cairn.meetings.meeting import Meeting
from cairn.meetings.moving import reschedule
from cairn.meetings.refusal import Refused
from cairn.meetings.slots import is_offered, zone_of

if TYPE_CHECKING:
    from cairn.meetings.attendee import Attendee
    from cairn.people.person import Person

ANSWERS = {"ACCEPTED": ACCEPTED, "DECLINED": DECLINED, "TENTATIVE": TENTATIVE}
REPLY, COUNTER = "REPLY", "COUNTER"
FURTHEST = timedelta(days=366)


def take_reply(document: bytes, *, place: Attendee, addresses: Collection[str]) -> Outcome:
    """Do what somebody's calendar says, or nothing. Never raises for what the document holds.

    `addresses` are those of the person whose place it is; the document must name one of them as who answers.
    """
    try:
        reply = read_reply(document, zone=zone_of(place.person))
    except Unreadable as fault:
        return Outcome(fault.code, fault.sentence)
    return apply_reply(reply, place=place, addresses=addresses)


def apply_reply(reply: Reply, *, place: Attendee, addresses: Collection[str]) -> Outcome:
    """The second half of `take_reply`, which needs the database only."""
    said = [word for address, word in reply.answers if address in addresses]
    meetings = _meant(reply, place.meeting)
    if refusal := _refusal(reply, said, meetings):
        return Outcome(refusal)
    try:
        if reply.method == COUNTER:
            return _move(reply, meetings, place.person)
        return _answer(ANSWERS.get(said[0], ""), meetings, place.person)
    except Refused as refused:
        return Outcome(refused.code, refused.sentence)


def _refusal(reply: Reply, said: list[str], meetings: list[Meeting]) -> str:
    """Why it is left aside, the first reason that holds; empty where there is none."""
    reasons = {
        "not_for_us": reply.method not in {REPLY, COUNTER},
        "forged": not said,
        "unknown": not meetings,
        "stale": all(reply.sequence < meeting.sequence for meeting in meetings),
    }
    return next((code for code, holds in reasons.items() if holds), "")


def _meant(reply: Reply, meeting: Meeting) -> list[Meeting]:
    """The one meeting, one of its series, or all of the series that are still where they first were."""
    if reply.uid != identity_of(meeting).uid:
        return []
    if meeting.series_id is None:
        return [meeting] if reply.occurrence is None else []
    around = Meeting.objects.filter(series=meeting.series_id).select_related("series")
    if reply.occurrence is not None:
        return [each for each in around if identity_of(each).occurrence == reply.occurrence]
    return list(around.filter(sequence=0, state__in=state.STANDING))


@transaction.atomic
def _answer(said: str, meetings: list[Meeting], person: Person) -> Outcome:
    if not said:
        return Outcome("no_answer")
    for meeting in meetings:
        answer(meeting, person, said)
    return Outcome(said)


def _move(reply: Reply, meetings: list[Meeting], person: Person) -> Outcome:
    """A counter moves the meeting where everybody else is free; the others are asked to accept, as with any
    new time. Whoever proposed it knows their own calendar better than we do.
    """
    if len(meetings) > 1:
        return Outcome("whole_series")
    if reply.starts is None or not clock.now() < reply.starts < clock.now() + FURTHEST:
        return Outcome("no_time")
    meeting, to = meetings[0], reply.starts.replace(second=0, microsecond=0)
    if to == meeting.starts_at:
        return _answer(TENTATIVE, meetings, person)
    if not _suits_the_others(meeting, person, to):
        return Outcome("not_free")
    reschedule(meeting, to, by=person, anywhen=True)
    return Outcome("moved")


def _suits_the_others(meeting: Meeting, person: Person, at: datetime) -> bool:
    others = meeting.others(person)
    return not others or is_offered(others, at, minutes=meeting.minutes, own=[meeting])
