"""All checks of the house in one list, for the health page."""

from cairn.journal.health import CHECKS as JOURNAL
from cairn.kernel.health import Health
from cairn.notices.channels import channel
from cairn.vault.health import CHECKS as VAULT


def mail() -> Health:
    """Whether letters could leave now."""
    return channel().health()


def examine(*, vital: bool = False) -> list[Health]:
    """Every check, or only those that decide whether this process may be sent visitors.

    Where the database is away, the others that need it are not asked.
    """
    first, *others = JOURNAL
    found = [first()]
    if found[0].well:
        found += [check() for check in (*others, *VAULT, *([] if vital else [mail]))]
    return [one for one in found if one.vital] if vital else found
