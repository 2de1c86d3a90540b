"""A meeting is for those who are asked to it, and for nobody else: coordinators count, and do not read."""

from cairn.web.policy import MENTEE, MENTOR, OTHER_MENTEE, SIGNED_IN, Row

_THE_TWO = frozenset({MENTEE, MENTOR})
_PAGE, _ACT, _BOTH = (Row(methods, _THE_TWO, refers="meeting") for methods in ("GET", "POST", "GET POST"))

POLICY = {
    "meetings:times": Row("GET POST", _THE_TWO, refers="mentorship"),
    "meetings:letters": Row("POST", _THE_TWO, refers="mentorship"),
    "meetings:gatherings": Row("GET", SIGNED_IN),
    "meetings:session": Row("POST", SIGNED_IN),
    "meetings:office": Row("POST", SIGNED_IN),
    "meetings:office_slot": Row("POST", frozenset({MENTEE, MENTOR, OTHER_MENTEE}), refers="office"),
    "meetings:seat": _ACT,
    "meetings:meeting": _PAGE,
    "meetings:moving": _BOTH,
    "meetings:booking": _ACT,
    "meetings:answer": _ACT,
    "meetings:cancellation": _BOTH,
    "meetings:lateness": _ACT,
    "meetings:held": _ACT,
    "meetings:objection": _ACT,
    "meetings:absence": _ACT,
    "meetings:topic": _ACT,
    "meetings:topic_removal": _ACT,
    "meetings:card": _ACT,
    "meetings:note": _ACT,
    "meetings:note_change": _ACT,
    "meetings:note_removal": _ACT,
    "meetings:letter": _ACT,
    "meetings:regular": _BOTH,
    "meetings:regular_end": _ACT,
}
