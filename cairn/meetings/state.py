"""The states of a meeting, and which may follow which; a step that is not here is refused."""

from __future__ import annotations

DRAFT, PROPOSED, BOOKED, REMINDED = "draft", "proposed", "booked", "reminded"
IN_PROGRESS, HELD, REVIEWED = "in_progress", "held", "reviewed"
CANCELLED, NO_SHOW = "cancelled", "no_show"
STATES = (DRAFT, PROPOSED, BOOKED, REMINDED, IN_PROGRESS, HELD, REVIEWED, CANCELLED, NO_SHOW)

#: Booked for certain and not yet told how it went.
AHEAD = (BOOKED, REMINDED)
#: Somebody's time is given to it.
STANDING = (BOOKED, REMINDED, IN_PROGRESS)
#: It took place.
TOOK_PLACE = (HELD, REVIEWED)

#: state → the states it may go to. "booked" to "booked" is a meeting that moves.
STEPS: dict[str, tuple[str, ...]] = {
    DRAFT: (PROPOSED, BOOKED, CANCELLED),
    PROPOSED: (BOOKED, CANCELLED),
    BOOKED: (BOOKED, REMINDED, IN_PROGRESS, HELD, CANCELLED, NO_SHOW),
    REMINDED: (BOOKED, IN_PROGRESS, HELD, CANCELLED, NO_SHOW),
    IN_PROGRESS: (HELD, CANCELLED, NO_SHOW),
    HELD: (REVIEWED,),
    REVIEWED: (),
    CANCELLED: (),
    NO_SHOW: (),
}


def may_go(state: str, to: str) -> bool:
    """Whether a meeting may go from one state to another."""
    return to in STEPS[state]
