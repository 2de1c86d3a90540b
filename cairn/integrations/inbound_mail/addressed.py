"""Whom a sign was made for, and about what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cairn.conversations.participant import Participant
from cairn.conversations.thread import Thread
from cairn.meetings.attendee import Attendee
from cairn.meetings.calendar.ics import SIGN as MEETING
from cairn.notices.contents.message import SIGN as THREAD

if TYPE_CHECKING:
    from cairn.kernel.reply_address import Sign
    from cairn.people.person import Person

_PERSON = ("person__account", "person__organisation")


@dataclass(frozen=True, slots=True)
class Addressed:
    """A person, their place at a meeting where the sign is for one, and the thread their words belong to."""

    person: Person
    place: Attendee | None
    thread: Thread | None


def addressed(sign: Sign) -> Addressed | None:
    """None where the row is gone, or the person may not come in any more."""
    found = _by_kind(sign)
    if found is None or (found.person.account is not None and not found.person.account.is_active):
        return None
    return found


def _by_kind(sign: Sign) -> Addressed | None:
    if sign.kind == THREAD:
        part = Participant.objects.select_related("thread", *_PERSON).filter(pk=sign.id).first()
        return Addressed(part.person, None, part.thread) if part else None
    if sign.kind == MEETING:
        rows = Attendee.objects.select_related("meeting__series", "meeting__mentorship", *_PERSON)
        place = rows.filter(pk=sign.id).first()
        return Addressed(place.person, place, _thread_of(place)) if place else None
    return None


def _thread_of(place: Attendee) -> Thread | None:
    """Words that answer an invitation are for the people of the meeting."""
    if place.meeting.mentorship_id is None:
        return None
    threads = Thread.objects.visible_to(place.person).of_origin(place.meeting.mentorship_id)
    found: Thread | None = threads.first()
    return found


def addresses_of(person: Person) -> frozenset[str]:
    """Where a person's mails may come from: their address here, and those their account has proved."""
    from allauth.account.models import EmailAddress  # noqa: PLC0415 - it needs the account model to be there

    known = {person.email, person.account.email if person.account else None}
    if person.account is not None:
        proved = EmailAddress.objects.filter(user=person.account, verified=True)
        known |= set(proved.values_list("email", flat=True))
    return frozenset(each.lower() for each in known if each)
