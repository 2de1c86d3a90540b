"""Who may call where: the rows of the addresses of `api`, which does not know `web` and its policy."""

from cairn.web.policy import EVERYBODY, SIGNED_IN, Row

POLICY = {
    "api-1:openapi-json": Row("GET", EVERYBODY),
    "api-1:mentors": Row("GET", SIGNED_IN),
}
