"""All checks of the house in one list, for the health page."""

from datetime import datetime, timedelta

from cairn.journal.health import CHECKS as JOURNAL
from cairn.kernel import clock
from cairn.kernel.health import Health
from cairn.notices.channels import channel
from cairn.vault.health import CHECKS as VAULT

#: The page is open to everybody; the mail server is asked at most this often, whoever asks us.
FRESH = timedelta(minutes=1)

_asked: dict[str, tuple[datetime, Health]] = {}


def mail() -> Health:
    """Whether letters could leave, as it was a minute ago at most."""
    now = clock.wall()
    last = _asked.get("mail")
    if last is None or not now - FRESH < last[0] <= now:
        last = _asked["mail"] = (now, channel().health())
    return last[1]


def examine(*, vital: bool = False) -> list[Health]:
    """Every check, or only those that decide whether this process may be sent visitors.

    Where the database is away, the others that need it are not asked.
    """
    first, *others = JOURNAL
    found = [first()]
    if found[0].well:
        found += [check() for check in (*others, *VAULT, *([] if vital else [mail]))]
    return [one for one in found if one.vital] if vital else found
