"""Seats: group sessions and short webinars that anybody of a programme may join while there is room."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from cairn.kernel import clock
from cairn.meetings import rules, state
from cairn.meetings.attendee import ACCEPTED, GUEST, HOST, Attendee
from cairn.meetings.booking import book
from cairn.meetings.giving import give, lock, refuse_if_taken
from cairn.meetings.kinds import OPEN_KINDS
from cairn.meetings.meeting import Meeting
from cairn.meetings.refusal import Refused

if TYPE_CHECKING:
    from cairn.people.person import Person
    from cairn.programmes.programme import Programme

MOST = 500
#: A webinar stays short.
LONGEST = {"webinar": 45, "group": 120}


class Full(Refused):
    """Every seat is given away."""

    def __init__(self) -> None:
        super().__init__("full", _("Every seat is taken. Nothing was changed."))


@transaction.atomic
def announce(
    programme: Programme, *, host: Person, kind: str, title: str, at: datetime, minutes: int, seats: int
) -> Meeting:
    """A session with seats; the host's time is booked like any other."""
    if not rules.may_host(host, programme):
        raise Refused("not_yours", _("Only mentors and coordinators of a programme can invite everybody."))
    if kind not in OPEN_KINDS or not 1 <= seats <= MOST or not title.strip():
        raise Refused("unknown", _("Give it a title, and between 1 and 500 seats."))
    if minutes > LONGEST[kind]:
        raise Refused("length", _("Keep it short: a webinar up to 45 minutes, a group up to two hours."))
    meeting = book(
        people=[host],
        at=at,
        minutes=minutes,
        by=host,
        programme=programme,
        kind=kind,
        title=title.strip(),
        anywhen=True,
    )
    meeting.seats = seats
    meeting.save(update_fields=("seats",))
    Attendee.objects.filter(meeting=meeting, person=host).update(role=HOST)
    return meeting


@transaction.atomic
def take_seat(meeting: Meeting, person: Person) -> Attendee:
    """Take the lowest free seat, and the time with it. Raises Full, SlotTaken, DayFull. Twice is once."""
    lock([person])
    meeting.lock()
    if meeting.state not in state.AHEAD or meeting.starts_at <= clock.now() or meeting.seats is None:
        raise Refused("not_now", _("This session is not open any more. Nothing was changed."))
    place = Attendee.objects.filter(meeting=meeting, person=person).first()
    if place is not None and (place.seat or place.role == HOST):
        kept: Attendee = place
        return kept
    refuse_if_taken([person], meeting.starts_at, meeting.ends_at)
    taken = set(meeting.attendees.filter(seat__isnull=False).values_list("seat", flat=True))
    number = next((each for each in range(1, meeting.seats + 1) if each not in taken), None)
    if number is None:
        raise Full
    give(meeting, [person])
    sat = _sit(meeting, person, number)
    meeting.record("meeting.answered", person, answer=ACCEPTED)
    return sat


def _sit(meeting: Meeting, person: Person, number: int) -> Attendee:
    try:
        with transaction.atomic():
            sat: Attendee
            sat, _new = Attendee.objects.update_or_create(
                meeting=meeting,
                person=person,
                defaults={
                    "organisation_id": meeting.organisation_id,
                    "role": GUEST,
                    "answer": ACCEPTED,
                    "seat": number,
                },
            )
            return sat
    except IntegrityError as clash:
        raise Full from clash


def open_sessions(person: Person, *, days: int = 60) -> list[Meeting]:
    """Sessions with seats that this person could join, the next one first."""
    now = clock.now()
    ahead = Meeting.objects.visible_to(person).filter(
        kind__in=OPEN_KINDS, state__in=state.AHEAD, starts_at__range=(now, now + timedelta(days=days))
    )
    return list(ahead.with_people())
