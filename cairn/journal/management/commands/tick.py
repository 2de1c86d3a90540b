"""`manage.py tick minute|night`: run a tick by hand or from cron."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from cairn.journal.ticking import tick


class Command(BaseCommand):
    """For installations that run the ticks from cron instead of the embedded threads."""

    help = "Run what is due every minute or every night."

    def add_arguments(self, parser: CommandParser) -> None:
        """Which of the two."""
        parser.add_argument("name", choices=("minute", "night"))

    def handle(self, *_args: Any, **options: Any) -> None:
        """Run it; end with an error where a room failed, so that cron says so."""
        failed = tick(options["name"])
        if failed:
            message = f"These rooms failed, see the log: {', '.join(failed)}."
            raise CommandError(message)
