"""Questions are answered by whom they are put to; the rest is for the programme's coordinators."""

from cairn.web.policy import COORDINATORS, MENTEE, SIGNED_IN, Row

POLICY = {
    "caring:checks": Row("GET", SIGNED_IN),
    "caring:check": Row("GET POST", frozenset({MENTEE}), refers="asking"),
    "caring:check-skipping": Row("POST", frozenset({MENTEE}), refers="asking"),
    "caring:rescue": Row("GET", COORDINATORS, refers="programme"),
    "caring:rescue-bulk": Row("GET POST", COORDINATORS, refers="programme"),
    "caring:rescue-case": Row("GET POST", COORDINATORS, refers="signal"),
    "caring:journeys": Row("GET", COORDINATORS, refers="programme"),
    "caring:timers": Row("GET POST", COORDINATORS, refers="programme"),
    "caring:handover": Row("GET POST", COORDINATORS, refers="programme"),
}
