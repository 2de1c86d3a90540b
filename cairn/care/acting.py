"""Acting on a signal: a coordinator's one click, and the same on many at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from cairn.care.causes import REMATCH, SLOTS
from cairn.care.refusal import Refused
from cairn.care.rescue_act import RescueAct
from cairn.care.signal import Signal
from cairn.journal.recording import record
from cairn.kernel import clock
from cairn.meetings.proposing import minutes_of, propose
from cairn.mentorships.ending import Ending
from cairn.mentorships.refusal import Refused as Ended
from cairn.mentorships.steps import REMATCHED

if TYPE_CHECKING:
    from cairn.mentorships.mentorship import Mentorship
    from cairn.people.person import Person

#: Letters of the words that go with an act.
MOST_LETTERS = 1200


@transaction.atomic
def act(signal: Signal, what: str, *, by: Person, words: str) -> RescueAct:
    """Do it, and send the words with it. Raises Refused, and then nothing was done or sent.

    Times are proposed and held here. A new match ends a mentorship that never met, and looks for others at
    once; people who did meet are offered it. Every other act is the words and the button that come with them.
    """
    signal.refresh_from_db(from_queryset=Signal.objects.select_for_update())
    if signal.solved_at is not None:
        raise Refused("solved", _("They have got going again by themselves. Nothing was sent."))
    if what not in signal.cause.acts:
        raise Refused("unknown", _("That act is not offered for this."))
    if not words.strip():
        raise Refused("no_words", _("Please write a word to go with it."))
    made: RescueAct = RescueAct.objects.create(
        organisation_id=signal.organisation_id,
        signal=signal,
        by=by,
        act=what,
        words=words.strip()[:MOST_LETTERS],
        at=clock.now(),
    )
    _do(signal.mentorship, what)
    record(
        "rescue.acted",
        organisation=signal.organisation_id,
        actor=by,
        subject=made,
        data={"mentorship": signal.mentorship_id, "code": signal.code, "act": what},
    )
    return made


def _do(mentorship: Mentorship, what: str) -> None:
    if what == SLOTS and not propose(mentorship, minutes=minutes_of(mentorship)):
        raise Refused(
            "no_slots", _("They have no free time in common in the next two weeks. Send them a word instead.")
        )
    if what == REMATCH and not mentorship.times_met:
        try:
            Ending.end(mentorship, how=REMATCHED, another=True)
        except Ended as ended:
            raise Refused(ended.code, ended.sentence) from ended


@dataclass(frozen=True, slots=True)
class Done:
    """What a bulk act came to."""

    sent: int
    refused: tuple[str, ...]


def act_on_all(signals: Iterable[Signal], what: str, *, by: Person, words: str) -> Done:
    """The same act on many, each by itself: what cannot be done is told and keeps nobody else waiting."""
    sent, refused = 0, []
    for signal in signals:
        try:
            act(signal, what, by=by, words=words)
        except Refused as refusal:
            refused.append(str(refusal))
        else:
            sent += 1
    return Done(sent, tuple(dict.fromkeys(refused)))
