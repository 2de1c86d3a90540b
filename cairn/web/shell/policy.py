"""Who may come in at the door: everybody, and each only to what is theirs."""

from cairn.web.policy import EVERYBODY, Row

POLICY = {
    "shell:home": Row("GET", EVERYBODY),
    "shell:health": Row("GET", EVERYBODY),
    "shell:demo": Row("GET", EVERYBODY),
    "shell:demo_session": Row("POST", EVERYBODY),
    "shell:language": Row("POST", EVERYBODY),
    "shell:theme": Row("POST", EVERYBODY),
    "shell:favicon": Row("GET", EVERYBODY),
    "shell:style_sheet": Row("GET", EVERYBODY),
}
