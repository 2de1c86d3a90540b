"""A mentorship is for those who are in it, and for nobody else: coordinators count, and do not read."""

from cairn.web.policy import MENTEE, MENTOR, SIGNED_IN, Row

_THE_TWO = frozenset({MENTEE, MENTOR})
_PAGE, _ACT, _BOTH = (Row(methods, _THE_TWO, refers="mentorship") for methods in ("GET", "POST", "GET POST"))
_GOAL = Row("POST", _THE_TWO, refers="goal")
_ACTION = Row("POST", _THE_TWO, refers="action")

POLICY = {
    "together:together": Row("GET", SIGNED_IN),
    "together:mentorship": _PAGE,
    "together:agreement": _BOTH,
    "together:consent": _ACT,
    "together:new_goal": _BOTH,
    "together:goal": Row("GET", _THE_TWO, refers="goal"),
    "together:goal_level": _GOAL,
    "together:goal_agreement": _GOAL,
    "together:goal_beginning": _GOAL,
    "together:goal_rest": _GOAL,
    "together:goal_adjustment": _GOAL,
    "together:goal_letting_go": _GOAL,
    "together:new_action": _BOTH,
    "together:action_done": _ACTION,
    "together:action_carried": _ACTION,
    "together:action_dropped": _ACTION,
    "together:pause": _BOTH,
    "together:pause_ending": _ACT,
    "together:leaving": _BOTH,
    "together:going_on": _ACT,
    "together:closing": _ACT,
    "together:farewell": _BOTH,
    "together:pledge": _ACT,
    "together:changes": _ACT,
    "together:doors": _ACT,
    "together:door_taken_up": Row("POST", _THE_TWO, refers="mentorship"),
    "together:seat": _ACT,
    "together:hearing": Row("POST", _THE_TWO, refers="mentorship"),
}
