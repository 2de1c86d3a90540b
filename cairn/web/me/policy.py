"""One's own page is for whoever is signed in; it names nobody else. A place in a programme is one's own."""

from cairn.web.policy import MENTEE, SIGNED_IN, Row

POLICY = {
    "me:me": Row("GET", SIGNED_IN),
    "me:formats": Row("GET POST", frozenset({MENTEE}), refers="place"),
}
