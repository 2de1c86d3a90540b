"""What inclusion does by itself each night: it counts who is reached where access is audited."""

from __future__ import annotations

from cairn.inclusion.access_audit import publish_access
from cairn.kernel import clock
from cairn.programmes.programme import CLOSED, Programme


def night() -> None:
    """Every programme that runs, by the clock of its organisation."""
    for programme in Programme.objects.exclude(state=CLOSED).select_related("organisation"):
        with clock.shift_by(programme.organisation.clock_shift):
            publish_access(programme)
