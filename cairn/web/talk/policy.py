"""A thread is for the people in it, and for nobody else, coordinators and administrators included."""

from cairn.web.policy import MENTEE, MENTOR, SIGNED_IN, Row

BOTH = frozenset({MENTEE, MENTOR})
# In the world of the tests the mentee wrote, and the mentor is the one who could be blocked.
AUTHOR = BLOCKER = frozenset({MENTEE})

POLICY = {
    "talk:threads": Row("GET", SIGNED_IN),
    "talk:search": Row("GET", SIGNED_IN),
    "talk:read_marks": Row("POST", SIGNED_IN),
    "talk:attachment": Row("GET", BOTH, refers="attachment"),
    "talk:revision": Row("GET POST", AUTHOR, refers="message"),
    "talk:withdrawal": Row("POST", AUTHOR, refers="message"),
    "talk:block": Row("POST", BLOCKER, refers="participant"),
    "talk:unblock": Row("POST", BLOCKER, refers="participant"),
    "talk:thread": Row("GET", BOTH, refers="thread"),
    "talk:news": Row("GET", BOTH, refers="thread"),
    "talk:messages": Row("POST", BOTH, refers="thread"),
    "talk:draft": Row("POST", BOTH, refers="thread"),
    "talk:reading": Row("POST", BOTH, refers="thread"),
    "talk:quiet": Row("POST", BOTH, refers="thread"),
}
