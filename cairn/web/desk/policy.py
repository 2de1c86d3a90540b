"""The desk is for the coordinators of the programme, and for administrators. Nobody else finds it."""

from cairn.web.policy import COORDINATORS, FOREIGN_ADMINISTRATOR, OTHER_COORDINATOR, SIGNED_IN, Row

#: Whoever runs a programme may start another, in their own organisation.
FOUNDERS = COORDINATORS | {OTHER_COORDINATOR, FOREIGN_ADMINISTRATOR}
PROGRAMME = {
    "desk:access": "GET",
    "desk:todo": "GET",
    "desk:people": "GET",
    "desk:intake": "GET POST",
    "desk:intake-template": "GET",
    "desk:lab": "GET",
    "desk:lab-waiting": "GET",
    "desk:lab-hints": "GET",
    "desk:lab-adoption": "POST",
    "desk:lab-lint": "GET",
    "desk:lab-rules": "POST",
    "desk:lab-rule": "GET POST",
    "desk:lab-rule-removal": "POST",
    "desk:runs": "GET POST",
    "desk:comparison": "GET",
    "desk:publication": "GET",
    "desk:settings": "GET POST",
    "desk:formats": "POST",
    "desk:coordinators": "POST",
}
UPLOAD = {
    "desk:upload": "GET",
    "desk:upload-columns": "GET POST",
    "desk:upload-check": "GET",
    "desk:upload-mends": "POST",
    "desk:upload-suggestion": "POST",
    "desk:upload-faults": "GET",
    "desk:upload-arrival": "POST",
}
RUN = {
    "desk:review": "GET",
    "desk:review-changes": "GET",
    "desk:review-fairness": "GET",
    "desk:review-undo": "POST",
    "desk:pair-hand": "GET POST",
    "desk:publication-preview": "GET POST",
}
PAIR = {
    "desk:pair": "GET",
    "desk:pair-lock": "POST",
    "desk:pair-unlock": "POST",
    "desk:pair-exclusion": "GET POST",
    "desk:pair-swap": "GET POST",
    "desk:mail": "GET",
}
PUBLICATION = {"desk:publication-state": "GET", "desk:withdrawal": "POST"}

POLICY = {
    "desk:programmes": Row("GET", SIGNED_IN),
    "desk:programme-founding": Row("POST", FOUNDERS),
    "desk:coordinator-removal": Row("POST", COORDINATORS, refers="coordination"),
    "desk:person": Row("GET", COORDINATORS, refers="person"),
    "desk:making": Row("GET", COORDINATORS, refers="run"),
    **{route: Row(methods, COORDINATORS, refers="programme") for route, methods in PROGRAMME.items()},
    **{route: Row(methods, COORDINATORS, refers="upload") for route, methods in UPLOAD.items()},
    **{route: Row(methods, COORDINATORS, refers="run") for route, methods in RUN.items()},
    **{route: Row(methods, COORDINATORS, refers="pair") for route, methods in PAIR.items()},
    **{route: Row(methods, COORDINATORS, refers="publication") for route, methods in PUBLICATION.items()},
}
