"""Choosing: what somebody picks who was told of a signal, and what that does at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from cairn.care.notes import ANOTHER, GO_ON, NOTES, REST, TELL, WRAP_UP
from cairn.care.refusal import Refused
from cairn.care.signal import Signal
from cairn.kernel import clock
from cairn.mentorships.ending import Ending
from cairn.mentorships.pause import Pause

if TYPE_CHECKING:
    from cairn.mentorships.mentorship import Mentorship
    from cairn.people.person import Person

#: How long a rest is that one tap asks for.
FOUR_WEEKS = timedelta(weeks=4)


@transaction.atomic
def choose(signal: Signal, person: Person, wish: str) -> None:
    """Do what this person chose. Raises Refused, of this room or of mentorships; then nothing was done."""
    signal.refresh_from_db(from_queryset=Signal.objects.select_for_update())
    if wish not in choosable(signal):
        raise Refused("unknown", _("Please choose one of the answers offered."))
    if signal.solved_at is not None:
        raise Refused("solved", _("This has been settled already. Thank you."))
    signal.choose(person, wish)
    if wish in _DOING:
        _DOING[wish](signal.mentorship, person)
    if wish != TELL:
        signal.solve()


def choosable(signal: Signal) -> tuple[str, ...]:
    """What can be done by a button alone; everything else is a page."""
    return tuple(each for each in NOTES[signal.code].choices if each in (*_DOING, TELL))


def _rest(mentorship: Mentorship, person: Person) -> None:
    Pause.begin(mentorship, by=person, until=clock.today() + FOUR_WEEKS)


def _wrap_up(mentorship: Mentorship, person: Person) -> None:
    mentorship.begin_closing(person)


def _another(mentorship: Mentorship, person: Person) -> None:
    Ending.leave(mentorship, by=person, another=True)


def _go_on(mentorship: Mentorship, person: Person) -> None:
    mentorship.go_on(person)


_DOING: Mapping[str, Callable[[Mentorship, Person], object]] = {
    REST: _rest,
    WRAP_UP: _wrap_up,
    ANOTHER: _another,
    GO_ON: _go_on,
}
