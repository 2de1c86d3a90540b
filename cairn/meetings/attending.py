"""Attending: what people say about a meeting before, while and after it takes place."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from cairn.kernel import clock
from cairn.meetings import state
from cairn.meetings.absence import Absence
from cairn.meetings.attendee import ANSWERS, DECLINED, HOST, Attendee
from cairn.meetings.cancellation import Cancellation
from cairn.meetings.giving import release
from cairn.meetings.kinds import OPEN_KINDS
from cairn.meetings.lateness import Lateness
from cairn.meetings.meeting import Meeting
from cairn.meetings.moving import cancel
from cairn.meetings.refusal import Refused
from cairn.people.person import Person

#: Nobody is called missing before this long after the start.
GRACE = timedelta(minutes=10)
LATEST = 60


@transaction.atomic
def answer(meeting: Meeting, person: Person, said: str) -> None:
    """Accept, decline or leave it open. Where two meet, a no calls the meeting off; elsewhere it frees a
    seat.
    """
    place = _place(meeting, person, *state.STANDING)
    if said not in ANSWERS:
        raise Refused("unknown", _("That answer is not known."))
    if place.answer == said:
        return
    Attendee.objects.filter(pk=place.pk).update(answer=said)
    meeting.record("meeting.answered", person, answer=said)
    if said != DECLINED:
        return
    alone = meeting.attendees.exclude(answer=DECLINED).count() <= 1
    if place.role == HOST if meeting.kind in OPEN_KINDS else alone:
        cancel(meeting, by=person)
    else:
        release(meeting, person)
        Attendee.objects.filter(pk=place.pk).update(seat=None)


@transaction.atomic
def run_late(meeting: Meeting, person: Person, *, minutes: int) -> Lateness:
    """Say it before the others wait; saying it again changes the minutes."""
    _place(meeting, person, *state.STANDING)
    if not 1 <= minutes <= LATEST:
        raise Refused("length", _("Say how many minutes, up to an hour. Later than that, better move it."))
    said: Lateness
    said, _new = Lateness.objects.update_or_create(
        meeting=meeting,
        by=person,
        defaults={"organisation_id": meeting.organisation_id, "minutes": minutes, "at": clock.now()},
    )
    meeting.record("meeting.late", person, minutes=minutes)
    return said


@transaction.atomic
def tap_held(meeting: Meeting, person: Person) -> None:
    """Say "we met". When everybody who is still asked says so, it is held at once."""
    place = _place(meeting, person, *state.STANDING, *state.TOOK_PLACE)
    _refuse_before_start(meeting)
    if place.tapped_at and not place.objected_at:
        return
    Attendee.objects.filter(pk=place.pk).update(tapped_at=clock.now(), objected_at=None, came=True)
    everybody = meeting.attendees.exclude(answer=DECLINED)
    if meeting.state in state.STANDING and not everybody.filter(tapped_at__isnull=True).exists():
        hold(meeting, by=person)


def hold(meeting: Meeting, *, by: Person | None) -> None:
    """It took place; the mentorship is told. Called with the row locked."""
    meeting.held_at = clock.now()
    meeting.go(state.HELD, "held_at")
    meeting.record("meeting.held", by, at=meeting.starts_at, minutes=meeting.minutes)
    if meeting.mentorship is not None:
        meeting.mentorship.met(meeting.starts_at)


@transaction.atomic
def object_to(meeting: Meeting, person: Person) -> None:
    """Say "it did not happen". Where nobody says otherwise the meeting is off, by nobody's fault."""
    place = _place(meeting, person, *state.STANDING)
    _refuse_before_start(meeting)
    Attendee.objects.filter(pk=place.pk).update(objected_at=clock.now(), tapped_at=None, came=None)
    if meeting.attendees.filter(tapped_at__isnull=False).exists():
        meeting.record("meeting.disputed", person)
        return
    meeting.go(state.CANCELLED)
    release(meeting)
    Cancellation.objects.get_or_create(
        meeting=meeting, defaults={"organisation_id": meeting.organisation_id, "at": clock.now()}
    )
    meeting.record("meeting.cancelled", None, at=meeting.starts_at, late=False)


@transaction.atomic
def miss(meeting: Meeting, person: Person, *, by: Person) -> Absence:
    """Somebody who waited says that somebody else did not come. A repair follows, no blame."""
    _place(meeting, by, *state.STANDING)
    place = _place(meeting, person, *state.STANDING)
    if person.pk == by.pk:
        raise Refused("not_yours", _("To say that you could not come, use “It did not happen”."))
    if clock.now() < meeting.starts_at + GRACE:
        raise Refused("too_soon", _("Give them ten minutes. They may be on their way."))
    missed: Absence
    missed, new = Absence.objects.get_or_create(
        meeting=meeting,
        person=person,
        defaults={"organisation_id": meeting.organisation_id, "by": by, "at": clock.now()},
    )
    if not new:
        return missed
    Attendee.objects.filter(pk=place.pk).update(came=False, tapped_at=None)
    if meeting.attendees.exclude(answer=DECLINED).exclude(came=False).count() <= 1:
        meeting.go(state.NO_SHOW)
    meeting.record("meeting.missed", by, person=person.pk)
    return missed


@transaction.atomic
def review(meeting: Meeting, person: Person) -> None:
    """Somebody said how it was; when all who came have, the meeting is reviewed."""
    place = _place(meeting, person, *state.TOOK_PLACE)
    if place.reviewed_at:
        return
    Attendee.objects.filter(pk=place.pk).update(reviewed_at=clock.now())
    waiting = meeting.attendees.exclude(answer=DECLINED).exclude(came=False)
    if meeting.state == state.HELD and not waiting.filter(reviewed_at__isnull=True).exists():
        meeting.go(state.REVIEWED)
        meeting.record("meeting.reviewed", person)


def _place(meeting: Meeting, person: Person, *allowed: str) -> Attendee:
    """Lock the meeting, and find somebody's place in it."""
    meeting.lock()
    place: Attendee | None = Attendee.objects.filter(meeting=meeting, person=person).first()
    if place is None:
        raise Refused("not_yours", _("You are not asked to this meeting."))
    if meeting.state not in allowed or (meeting.kind in OPEN_KINDS and place.answer == DECLINED):
        raise Refused("not_now", _("That is not possible with this meeting any more. Nothing was changed."))
    return place


def _refuse_before_start(meeting: Meeting) -> None:
    if clock.now() < meeting.starts_at:
        raise Refused("too_soon", _("The meeting has not begun yet."))


@transaction.atomic
def believe(meeting: Meeting) -> None:
    """Somebody said "we met" and nobody objected for as long as the programme waits: then they met."""
    meeting.lock()
    if meeting.state in state.STANDING:
        hold(meeting, by=None)
