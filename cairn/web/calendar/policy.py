"""One's own calendar is one's own; the feed is for whoever holds its address."""

from cairn.web.policy import EVERYBODY, MENTEE, SIGNED_IN, Row

POLICY = {
    "calendar:page": Row("GET POST", SIGNED_IN),
    "calendar:address": Row("POST", SIGNED_IN),
    "calendar:address-removal": Row("POST", SIGNED_IN),
    "calendar:source-removal": Row("POST", frozenset({MENTEE}), refers="source"),
    "calendar:feed": Row("GET", EVERYBODY),
}
