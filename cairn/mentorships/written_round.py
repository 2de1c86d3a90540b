"""A round of the hot seat in writing, worked out from what was said and when.

Five steps: the case is presented, questions clarify it, ideas are given, its owner says what stays, all say
thanks. A step closes when everybody whose turn it is has spoken, or 72 hours (a timer of the programme) after
it opened; no job moves it on.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from cairn.kernel import clock
from cairn.mentorships.hearing import STEPS, Hearing

if TYPE_CHECKING:
    from cairn.mentorships.hot_seat import HotSeat

#: The steps in which only the owner of the case speaks, and those in which all others do.
OWNERS, OTHERS = frozenset({"present", "summary"}), frozenset({"clarify", "ideas"})


@dataclass(frozen=True, slots=True)
class Step:
    """`speakers` are ids of people; `closes_at` is the latest moment, `closed` whether it is behind us."""

    name: str
    opens_at: datetime
    closes_at: datetime
    speakers: frozenset[UUID]
    said: tuple[Hearing, ...]
    closed: bool


@dataclass(frozen=True, slots=True)
class Round:
    """The steps so far, the open one last."""

    seat: HotSeat
    steps: tuple[Step, ...]

    @property
    def now(self) -> Step | None:
        """The step that is open; None once the round is over."""
        last = self.steps[-1] if self.steps else None
        return None if last is None or last.closed else last


def round_of(seat: HotSeat) -> Round:
    """Where a round stands now; a turn at a meeting has no steps."""
    if seat.round_at is None:
        return Round(seat, ())
    there = frozenset(member.person_id for member in seat.mentorship.present())
    longest = timedelta(hours=seat.mentorship.programme.timers().async_hours)
    said = list(Hearing.objects.filter(seat=seat).select_related("person"))
    steps: list[Step] = []
    opens = seat.round_at
    for name in STEPS:
        heard = tuple(each for each in said if each.step == name)
        step = _step(name, opens, longest, _speakers(name, seat.person_id, there), heard)
        steps.append(step)
        if not step.closed:
            break
        opens = step.closes_at
    return Round(seat, tuple(steps))


def _speakers(step: str, owner: UUID, there: frozenset[UUID]) -> frozenset[UUID]:
    if step in OWNERS:
        return frozenset({owner})
    return there - {owner} if step in OTHERS else there


def _step(
    name: str, opens: datetime, longest: timedelta, speakers: frozenset[UUID], said: tuple[Hearing, ...]
) -> Step:
    """It closes with the last voice, or at its latest moment."""
    everybody = speakers <= {each.person_id for each in said}
    closes = max((each.at for each in said), default=opens) if everybody else opens + longest
    return Step(name, opens, closes, speakers, said, closed=everybody or closes <= clock.now())
