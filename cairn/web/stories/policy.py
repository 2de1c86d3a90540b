"""Paths are open to whoever takes part in their programme or runs it; one's own path is one's own."""

from cairn.web.policy import ADMINISTRATOR, COORDINATOR, COORDINATORS, MENTEE, MENTOR, SIGNED_IN, Row

_HERE = frozenset({MENTEE, MENTOR, COORDINATOR, ADMINISTRATOR})
_OF_PATH = Row("POST", _HERE, refers="role model")
_OF_QUESTION = Row("POST", _HERE, refers="question")
_OWN = Row("POST", frozenset({MENTOR}))

POLICY = {
    "stories:feed": Row("GET", SIGNED_IN),
    "stories:wishes": Row("POST", SIGNED_IN),
    "stories:mine": Row("GET", frozenset({MENTOR})),
    "stories:words": _OWN,
    "stories:steps": _OWN,
    "stories:removal": Row("POST", frozenset({MENTOR}), refers="step"),
    "stories:showing": _OWN,
    "stories:posts": _OWN,
    "stories:live": _OWN,
    "stories:path": Row("GET", _HERE, refers="role model"),
    "stories:following": _OF_PATH,
    "stories:question": _OF_PATH,
    "stories:seat": _OF_PATH,
    "stories:adoption": Row("POST", _HERE, refers="step"),
    "stories:upvote": _OF_QUESTION,
    "stories:reply": _OF_QUESTION,
    "stories:shown": Row("GET", COORDINATORS, refers="programme"),
    "stories:taking_down": Row("POST", COORDINATORS, refers="programme"),
}
