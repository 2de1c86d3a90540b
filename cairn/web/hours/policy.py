"""Everybody keeps their own hours, and nobody another's."""

from cairn.web.policy import SIGNED_IN, Row

POLICY = {
    "hours:hours": Row("GET", SIGNED_IN),
    "hours:week": Row("POST", SIGNED_IN),
    "hours:habits": Row("POST", SIGNED_IN),
    "hours:days_off": Row("POST", SIGNED_IN),
    "hours:more_hours": Row("POST", SIGNED_IN),
    "hours:usual": Row("POST", SIGNED_IN),
}
