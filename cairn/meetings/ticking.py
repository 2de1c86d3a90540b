"""What happens to meetings as time goes by. Each step is a conditional one: two ticks at once do it once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import timedelta

from django.db import transaction

from cairn.accounts.organisation import Organisation
from cairn.kernel import clock
from cairn.meetings import state
from cairn.meetings.attending import believe
from cairn.meetings.cancellation import Cancellation
from cairn.meetings.kinds import LETTER
from cairn.meetings.meeting import Meeting

#: Letters nobody finished are closed so long after their week.
PATIENCE = timedelta(days=7)
#: No programme waits less than this before it believes one person alone.
LEAST_HOURS = 1


def each_organisation(act: Callable[[Organisation], None]) -> None:
    """Do it for every organisation with meetings, by its own clock."""
    concerned = Meeting.objects.filter(state__in=(*state.STANDING, state.PROPOSED)).values("organisation_id")
    for organisation in Organisation.objects.filter(pk__in=concerned):
        with clock.shift_by(organisation.clock_shift):
            act(organisation)


def pass_the_minute(organisation: Organisation) -> None:
    """Remind, open doors, ask afterwards, and believe who was not objected to."""
    now, meetings = clock.now(), Meeting.objects.of(organisation)
    _step(meetings.due_reminder(now), _remind)
    _step(meetings.opening(now), _open)
    _step(meetings.ending(now), _close)
    for meeting in meetings.believed(now, hours=LEAST_HOURS):
        if meetings.believed(now, hours=meeting.timers().held_hours).filter(pk=meeting.pk).exists():
            believe(meeting)


def pass_the_night(organisation: Organisation) -> None:
    """Forget times that can no longer be picked, and letters nobody finished."""
    now, meetings = clock.now(), Meeting.objects.of(organisation)
    meetings.lapsed(now).delete()
    for meeting in meetings.standing().filter(kind=LETTER, ends_at__lte=now - PATIENCE):
        _let_rest(meeting)


def _step(meetings: Iterable[Meeting], act: Callable[[Meeting], None]) -> None:
    for meeting in meetings:
        with transaction.atomic():
            meeting.lock()
            act(meeting)


def _remind(meeting: Meeting) -> None:
    if meeting.state == state.BOOKED:
        meeting.go(state.REMINDED)
        meeting.record("meeting.reminded", None, at=meeting.starts_at)


def _open(meeting: Meeting) -> None:
    if meeting.state in state.AHEAD:
        meeting.go(state.IN_PROGRESS)
        meeting.record("meeting.opened", None, at=meeting.starts_at)


def _close(meeting: Meeting) -> None:
    if meeting.state in state.STANDING and meeting.over_at is None:
        meeting.over_at = clock.now()
        meeting.save(update_fields=("over_at",))
        meeting.record("meeting.ended", None, at=meeting.starts_at)


@transaction.atomic
def _let_rest(meeting: Meeting) -> None:
    meeting.lock()
    if meeting.state not in state.STANDING:
        return
    meeting.go(state.CANCELLED)
    Cancellation.objects.create(
        organisation_id=meeting.organisation_id, meeting=meeting, late=False, at=clock.now()
    )
    meeting.record("meeting.cancelled", None, at=meeting.starts_at, late=False)
