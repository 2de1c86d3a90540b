"""Today is one's own; a card is answered by the two it is about, and nobody else, coordinators included."""

from cairn.web.policy import MENTEE, MENTOR, SIGNED_IN, Row

POLICY = {
    "today:today": Row("GET", SIGNED_IN),
    "today:acceptance": Row("POST", frozenset({MENTEE, MENTOR}), refers="proposal"),
    "today:decline": Row("GET POST", frozenset({MENTEE, MENTOR}), refers="proposal"),
}
