"""Whoever holds the token may see what it stands for; the token is the permission, once."""

from cairn.web.policy import EVERYBODY, Row

POLICY = {"answers:answer": Row("GET POST", EVERYBODY)}
