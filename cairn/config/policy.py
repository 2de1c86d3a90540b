"""Who may call where: the rows of the addresses of `api`, which does not know `web` and its policy, and of
the webhooks.
"""

from cairn.web.policy import EVERYBODY, SIGNED_IN, Row

POLICY = {
    "api-1:openapi-json": Row("GET", EVERYBODY),
    "api-1:mentors": Row("GET", SIGNED_IN),
    # A mail server shows its secret; whoever does not is told so, signed in or not.
    "inbound_mail:mail": Row("POST", EVERYBODY),
}
