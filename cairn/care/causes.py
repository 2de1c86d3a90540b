"""The twelve causes a signal may have: whom it is told to, and whether a coordinator ever is.

Source: the early-warning engine of the product's notes on mentoring, W1 to W12. A safety report is none of
them: it goes to the safeguarding lead alone, by a way of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

#: Who is told first.
EVERYBODY, ONE = "everybody", "one"
#: When a coordinator is: a while later, only when the person says so, or never.
LATER, ON_WISH, NEVER = "later", "on_wish", "never"

NO_BOOKING, NO_MEETING, GAP, CANCELLED, MISSED, NO_GOAL = "W1", "W2", "W3", "W4", "W5", "W6"
LOW, APART, UNANSWERED, LOAD, NO_CLOSURE, DEPENDENT = "W7", "W8", "W9", "W10", "W11", "W12"


@dataclass(frozen=True, slots=True)
class Cause:
    """`acts` are what a coordinator can do, the suggested one first."""

    code: str
    told: str = EVERYBODY
    lead: str = LATER
    acts: tuple[str, ...] = ()


NUDGE, SLOTS, REMATCH, PAUSE, TALK = "nudge", "slots", "rematch", "pause", "talk"
ACTS = (NUDGE, SLOTS, REMATCH, PAUSE, TALK)

_ALL = (
    Cause(NO_BOOKING, acts=(SLOTS, NUDGE, REMATCH, TALK)),
    Cause(NO_MEETING, acts=(REMATCH, SLOTS, NUDGE, TALK)),
    Cause(GAP, acts=(NUDGE, SLOTS, PAUSE, REMATCH, TALK)),
    Cause(CANCELLED, acts=(TALK, SLOTS, PAUSE, REMATCH)),
    Cause(MISSED, acts=(TALK, SLOTS, REMATCH)),
    Cause(NO_GOAL, acts=(NUDGE, TALK)),
    Cause(LOW, told=ONE, lead=ON_WISH, acts=(TALK, REMATCH)),
    Cause(APART, lead=NEVER),
    Cause(UNANSWERED, told=ONE, acts=(NUDGE, TALK, REMATCH)),
    Cause(LOAD, told=ONE, acts=(PAUSE, TALK)),
    Cause(NO_CLOSURE, lead=NEVER),
    Cause(DEPENDENT, lead=NEVER),
)
CAUSES: Mapping[str, Cause] = MappingProxyType({each.code: each for each in _ALL})
CODES = tuple(CAUSES)
