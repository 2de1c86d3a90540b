"""`manage.py demo`: make the demo organisation."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from cairn.packs.demo import build


class Command(BaseCommand):
    """Make the demo organisation; asked again, it is left as it is."""

    help = __doc__ or ""

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002 - Django's signature
        """Refuse outside a demo: invented people must not appear among real ones."""
        if not settings.DEMO:
            raise CommandError("This is not a demo. Set DEMO=1 to make the demo organisation.")
        self.stdout.write(f"{build().name} is ready.")
