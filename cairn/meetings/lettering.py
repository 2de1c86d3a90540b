"""Letters: the agenda worked through in writing over a week, where no hour suits everybody. It counts as a
meeting.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from cairn.kernel import clock
from cairn.meetings import state
from cairn.meetings.agenda import blocks_of
from cairn.meetings.attendee import ACCEPTED, Attendee
from cairn.meetings.attending import hold
from cairn.meetings.booking import let_go, seat, sides_of
from cairn.meetings.giving import lock
from cairn.meetings.kinds import LETTER
from cairn.meetings.letter import LONGEST, Letter
from cairn.meetings.meeting import Meeting
from cairn.meetings.proposing import people_of
from cairn.meetings.refusal import Refused
from cairn.meetings.slots import zone_of

if TYPE_CHECKING:
    from cairn.mentorships.mentorship import Mentorship
    from cairn.people.person import Person


@transaction.atomic
def open_letters(mentorship: Mentorship, *, by: Person) -> Meeting:
    """Begin a week of letters; where one is open, that one."""
    people = people_of(mentorship)
    lock(people)
    standing = Meeting.objects.of_mentorship(mentorship).standing().filter(kind=LETTER).first()
    if standing is not None:
        open_one: Meeting = standing
        return open_one
    let_go(mentorship)
    now = clock.now()
    meeting: Meeting = Meeting.objects.create(
        organisation_id=mentorship.organisation_id,
        mentorship=mentorship,
        programme_id=mentorship.programme_id,
        kind=LETTER,
        state=state.IN_PROGRESS,
        starts_at=now,
        ends_at=now + timedelta(days=mentorship.programme.timers().letter_days),
        zone=zone_of(by),
        by=by,
    )
    seat(meeting, people, by=by, sides=sides_of(mentorship))
    Letter.objects.bulk_create(
        Letter(
            organisation_id=meeting.organisation_id,
            meeting=meeting,
            person=person,
            block=block.key,
            position=position,
        )
        for position, block in enumerate(blocks_of(meeting))
        for person in people
    )
    meeting.record("meeting.booked", by, at=now, people=[person.pk for person in people])
    return meeting


@transaction.atomic
def write(meeting: Meeting, person: Person, *, block: str, body: str) -> None:
    """Answer one block, or change one's answer; when everybody has answered every block it was held."""
    meeting.lock()
    letter = Letter.objects.filter(meeting=meeting, person=person, block=block).first()
    if letter is None:
        raise Refused("not_yours", _("You are not asked to this meeting."))
    if meeting.state not in (*state.STANDING, *state.TOOK_PLACE):
        raise Refused("not_now", _("These letters are closed. Nothing was changed."))
    if not body.strip() or len(body) > LONGEST:
        raise Refused("length", _("Write a few words, up to 10,000 characters."))
    letter.body, letter.answered_at = body.strip(), letter.answered_at or clock.now()
    letter.save(update_fields=("body", "answered_at"))
    meeting.record("meeting.written", person, block=block)
    if meeting.state in state.STANDING and not meeting.letters.filter(answered_at__isnull=True).exists():
        Attendee.objects.filter(meeting=meeting).update(answer=ACCEPTED, came=True)
        hold(meeting, by=person)
