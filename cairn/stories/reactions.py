"""What this room does about meetings: a flash that is over, or off, leaves its places free."""

from __future__ import annotations

from cairn.journal.errand import Errand
from cairn.journal.reaction import inside
from cairn.meetings.state import CANCELLED, NO_SHOW
from cairn.mentorships.ending import Ending
from cairn.mentorships.steps import CLOSED, INACTIVE
from cairn.stories.flash import Flash


@inside()
def free_the_asker(errand: Errand) -> None:
    """They met, or one did not come: the asker may book again."""
    for flash in Flash.objects.filter(meeting=errand.entry.subject_id).select_related(
        "meeting", "mentorship"
    ):
        flash.open_places.all().delete()
        if flash.meeting.state == NO_SHOW:
            _let_go(flash)


@inside()
def give_the_slot_back(errand: Errand) -> None:
    """Called off, early or late, by whomever: the slot is in the pool again."""
    for flash in Flash.objects.filter(meeting=errand.entry.subject_id).select_related(
        "meeting", "mentorship"
    ):
        if flash.meeting.state == CANCELLED:
            flash.give_back()
            _let_go(flash)


def _let_go(flash: Flash) -> None:
    """Nothing came of it, by nobody's fault; the letter about the meeting has said so."""
    if flash.mentorship.state != CLOSED:
        Ending.end(flash.mentorship, how=INACTIVE)
