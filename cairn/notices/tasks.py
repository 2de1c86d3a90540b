"""What the notices do by themselves each minute: each organisation by its own clock."""

import logging

from cairn.accounts.organisation import Organisation
from cairn.kernel import clock
from cairn.notices.clearing import clear_notices
from cairn.notices.coming import put_what_comes
from cairn.notices.digesting import put_digests
from cairn.notices.outbox import flush

log = logging.getLogger(__name__)


def minute() -> None:
    """Put what time brings, then seal what is due. One organisation's fault keeps no other waiting."""
    for organisation in Organisation.objects.all():
        with clock.shift_by(organisation.clock_shift):
            for step in (put_what_comes, put_digests, flush):
                try:
                    step(organisation)
                except Exception:
                    log.exception("%s failed for %s", step.__name__, organisation.slug)


def night() -> None:
    """Forget what was told long ago."""
    for organisation in Organisation.objects.all():
        with clock.shift_by(organisation.clock_shift):
            clear_notices(organisation)
