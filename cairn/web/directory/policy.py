"""Whoever is signed in sees the mentors of the programmes they are in; a stranger sees none."""

from cairn.web.policy import SIGNED_IN, Row

POLICY = {"directory:mentors": Row("GET", SIGNED_IN)}
