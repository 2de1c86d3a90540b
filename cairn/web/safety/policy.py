"""Everybody may report and read their own; only safeguarding leads read what others reported."""

from cairn.web.policy import SAFEGUARDING_LEAD, SIGNED_IN, Row

LEADS = frozenset({SAFEGUARDING_LEAD})

POLICY = {
    "safety:report": Row("GET POST", SIGNED_IN),
    "safety:receipt": Row("GET POST", SIGNED_IN),
    "safety:reports": Row("GET POST", LEADS),
    "safety:passphrase": Row("POST", LEADS),
}
