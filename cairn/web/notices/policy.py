"""Notices and habits are one's own; sample letters are for whoever runs a programme, anywhere."""

from cairn.web.policy import (
    ADMINISTRATOR,
    COORDINATOR,
    FOREIGN_ADMINISTRATOR,
    MENTEE,
    OTHER_COORDINATOR,
    SIGNED_IN,
    Row,
)

RUNNERS = frozenset({COORDINATOR, OTHER_COORDINATOR, ADMINISTRATOR, FOREIGN_ADMINISTRATOR})

POLICY = {
    "notices:notices": Row("GET", SIGNED_IN),
    "notices:seen": Row("POST", SIGNED_IN),
    "notices:opening": Row("POST", frozenset({MENTEE}), refers="notice"),
    "notices:habits": Row("GET POST", SIGNED_IN),
    "notices:previews": Row("GET", RUNNERS),
    "notices:preview": Row("GET", RUNNERS),
    "notices:preview-mail": Row("GET", RUNNERS),
}
