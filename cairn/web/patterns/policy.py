"""The patterns hold nobody's data, so anybody may look."""

from cairn.web.policy import EVERYBODY, Row

POLICY = {
    "patterns:patterns": Row("GET", EVERYBODY),
    "patterns:progress": Row("GET", EVERYBODY),
    "patterns:echo": Row("POST", EVERYBODY),
}
