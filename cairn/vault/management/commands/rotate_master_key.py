"""`manage.py rotate_master_key`: put every organisation's key under the present master key."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from cairn.kernel.cipher import Tampered
from cairn.vault.master import NoSuchMasterKey
from cairn.vault.rotating import rotate


class Command(BaseCommand):
    """Run with the new key in CAIRN_MASTER_KEY and the old one in CAIRN_MASTER_KEY_PREVIOUS."""

    help = (
        "Give the new key in CAIRN_MASTER_KEY and the old one in CAIRN_MASTER_KEY_PREVIOUS, run this, "
        "then take the old one out. Content is not re-encrypted; people notice nothing."
    )

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Rewrap and say how many."""
        try:
            count = rotate()
        except (NoSuchMasterKey, Tampered) as fault:
            message = f"Stopped, nothing is lost: {fault}."
            raise CommandError(message) from fault
        self.stdout.write(f"{count} organisation keys put under the present master key.")
