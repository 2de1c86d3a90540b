"""Help is for everybody, signed in or not."""

from cairn.web.policy import EVERYBODY, Row

POLICY = {
    "help:help": Row("GET", EVERYBODY),
    "help:who_sees_what": Row("GET", EVERYBODY),
}
