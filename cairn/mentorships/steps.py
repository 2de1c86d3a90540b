"""The state machines: what may follow what. A step that is not here is refused, with a code and a sentence.

    mentorship  forming → working → closing → closed; a renewal leads from closing back to working
    goal        draft → agreed → active → done | adjusted | parked | dropped; a parked goal wakes
    action      open → done | carried | dropped; a carried action is open again, a while later

A pause lies across these states: it is a row with a beginning and an end, and the state waits beneath it.
"""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from cairn.mentorships.refusal import Refused

FORMING, WORKING, CLOSING, CLOSED = "forming", "working", "closing", "closed"
STATES = (FORMING, WORKING, CLOSING, CLOSED)
COMPLETED, EARLY, REMATCHED, INACTIVE, SAFETY = (
    "completed",
    "early_no_fault",
    "rematched",
    "inactive",
    "safety",
)
ENDINGS = (COMPLETED, EARLY, REMATCHED, INACTIVE, SAFETY)
MENTORSHIP_STEPS: Mapping[str, tuple[str, ...]] = {
    FORMING: (WORKING, CLOSING, CLOSED),
    WORKING: (CLOSING, CLOSED),
    CLOSING: (WORKING, CLOSED),
    CLOSED: (),
}

DRAFT, AGREED, ACTIVE, DONE, ADJUSTED, PARKED, DROPPED = (
    "draft",
    "agreed",
    "active",
    "done",
    "adjusted",
    "parked",
    "dropped",
)
GOAL_STATES = (DRAFT, AGREED, ACTIVE, DONE, ADJUSTED, PARKED, DROPPED)
GOAL_STEPS: Mapping[str, tuple[str, ...]] = {
    DRAFT: (AGREED, DROPPED),
    AGREED: (ACTIVE, ADJUSTED, PARKED, DROPPED),
    ACTIVE: (DONE, ADJUSTED, PARKED, DROPPED),
    PARKED: (ACTIVE, DROPPED),
    DONE: (),
    ADJUSTED: (),
    DROPPED: (),
}
LIVE_GOALS = (AGREED, ACTIVE)

OPEN, CARRIED = "open", "carried"
ACTION_STATES = (OPEN, CARRIED, DONE, DROPPED)
ACTION_STEPS: Mapping[str, tuple[str, ...]] = {
    OPEN: (DONE, CARRIED, DROPPED),
    CARRIED: (DONE, CARRIED, DROPPED),
    DONE: (),
    DROPPED: (),
}
OPEN_ACTIONS = (OPEN, CARRIED)

_SENTENCES = {
    ("mentorship", CLOSED): _("This mentorship has ended. Nothing was changed."),
    ("mentorship", CLOSING): _("This mentorship is already saying goodbye. Nothing was changed."),
    ("goal", DRAFT): _("This goal is still a draft. Agree on it first."),
    ("goal", AGREED): _("This goal has not been started yet. Start it first."),
    ("goal", PARKED): _("This goal rests. Take it up again first."),
    ("goal", DONE): _("This goal is reached. Nothing was changed."),
    ("goal", ADJUSTED): _("Another goal has taken this one's place. Nothing was changed."),
    ("goal", DROPPED): _("This goal was let go. Nothing was changed."),
    ("action", DONE): _("This is already done. Nothing was changed."),
    ("action", DROPPED): _("This was already let go. Nothing was changed."),
}
_ANY = _("This cannot follow where you are now. Nothing was changed.")


def refuse_unless_next(thing: str, state: str, to: str, *, steps: Mapping[str, tuple[str, ...]]) -> None:
    """Raise Refused where `to` cannot follow `state`; the code names both: goal.done_active."""
    if to not in steps[state]:
        raise Refused(f"{thing}.{state}_{to}", _SENTENCES.get((thing, state), _ANY))
