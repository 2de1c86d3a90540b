"""One's own page is for whoever is signed in; it names nobody else."""

from cairn.web.policy import SIGNED_IN, Row

POLICY = {"me:me": Row("GET", SIGNED_IN)}
