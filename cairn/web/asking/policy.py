"""Anybody signed in may ask; a flash is for the two it is between; coordinators read what was missing, as
counts.
"""

from cairn.web.policy import COORDINATORS, MENTEE, MENTOR, SIGNED_IN, Row

_THE_TWO = frozenset({MENTEE, MENTOR})

POLICY = {
    "asking:ask": Row("GET", SIGNED_IN),
    "asking:search": Row("POST", SIGNED_IN),
    "asking:times": Row("GET", SIGNED_IN),
    "asking:question": Row("GET POST", SIGNED_IN),
    "asking:giving": Row("POST", SIGNED_IN),
    "asking:flash": Row("GET", _THE_TWO, refers="flash"),
    "asking:cancellation": Row("POST", _THE_TWO, refers="flash"),
    "asking:impact": Row("POST", frozenset({MENTEE, MENTOR}), refers="flash"),
    "asking:wish": Row("POST", _THE_TWO, refers="flash"),
    "asking:missing": Row("GET", COORDINATORS, refers="programme"),
}
