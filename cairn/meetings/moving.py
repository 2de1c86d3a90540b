"""Moving a meeting to another time, and calling it off: what was given is given back in the same breath."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from cairn.kernel import clock
from cairn.meetings import rules, state
from cairn.meetings.attendee import ACCEPTED, NEEDS_ACTION
from cairn.meetings.booking import refuse_impossible, refuse_unless_free
from cairn.meetings.cancellation import Cancellation
from cairn.meetings.giving import give, lock, refuse_if_taken, release
from cairn.meetings.meeting import Meeting
from cairn.meetings.refusal import Refused
from cairn.meetings.rescheduling import Rescheduling
from cairn.mentorships.pledge import NO_CANCEL, Pledge
from cairn.people.person import Person


@transaction.atomic
def reschedule(meeting: Meeting, to: datetime, *, by: Person, anywhen: bool = False) -> None:
    """Move it; the length stays. Raises Refused, SlotTaken, DayFull, and then it stands where it stood.

    `anywhen` is for a time somebody wrote from their own calendar; it may lie outside free hours.
    """
    people = _lock(meeting, by)
    if to == meeting.starts_at:
        return
    refuse_pledged(meeting, by, moved=meeting.reschedulings.filter(by=by).exists())
    refuse_impossible(people, at=to, minutes=meeting.minutes)
    if not anywhen:
        refuse_unless_free(people, to, minutes=meeting.minutes, own=[meeting])
    refuse_if_taken(people, to, to + timedelta(minutes=meeting.minutes), own=[meeting])
    before, late = meeting.starts_at, is_late(meeting)
    release(meeting)
    meeting.ends_at, meeting.starts_at = to + (meeting.ends_at - before), to
    meeting.sequence, meeting.over_at = meeting.sequence + 1, None
    meeting.go(state.BOOKED, "starts_at", "ends_at", "sequence", "over_at")
    give(meeting, people)
    meeting.attendees.exclude(person=by).update(answer=NEEDS_ACTION)
    meeting.attendees.filter(person=by).update(answer=ACCEPTED)
    moved = Rescheduling.objects.create(
        organisation_id=meeting.organisation_id,
        meeting=meeting,
        by=by,
        moved_from=before,
        moved_to=to,
        late=late,
        at=clock.now(),
    )
    meeting.record("meeting.rescheduled", by, moved_from=before, moved_to=to, late=moved.late)


@transaction.atomic
def cancel(meeting: Meeting, *, by: Person | None) -> Cancellation:
    """Call it off; everybody's time is theirs again. Doing it twice is doing it once."""
    _lock(meeting, by)
    if meeting.state == state.CANCELLED:
        before: Cancellation = Cancellation.objects.get(meeting=meeting)
        return before
    if by is not None:
        refuse_pledged(meeting, by, moved=True)
    meeting.sequence += 1
    meeting.go(state.CANCELLED, "sequence")
    release(meeting)
    done: Cancellation = Cancellation.objects.create(
        organisation_id=meeting.organisation_id,
        meeting=meeting,
        by=by,
        late=by is not None and is_late(meeting),
        at=clock.now(),
    )
    meeting.record("meeting.cancelled", by, at=meeting.starts_at, late=done.late)
    return done


def is_late(meeting: Meeting) -> bool:
    """Whether changing it now is late: less than a day before, or what the programme set."""
    return meeting.starts_at - clock.now() < timedelta(hours=meeting.timers().late_hours)


def refuse_pledged(meeting: Meeting, by: Person, *, moved: bool) -> None:
    """Who pledged not to cancel may move a meeting once, and then keeps it."""
    pledges = Pledge.objects.filter(mentorship=meeting.mentorship_id, person=by, kind=NO_CANCEL)
    if moved and meeting.mentorship_id and pledges.exists():
        raise Refused(
            "pledged", _("You promised to keep your meetings: each can be moved once, and not called off.")
        )


def _lock(meeting: Meeting, by: Person | None) -> list[Person]:
    if by is not None and not rules.may_change(by, meeting):
        raise Refused("not_yours", _("This meeting is not yours to change."))
    people = list(Person.objects.filter(pk__in=meeting.attendees.values("person_id")))
    lock(people)
    meeting.lock()
    return people
