"""manage.py doors: which hosts may be called for an organisation."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from cairn.accounts.organisation import Organisation
from cairn.integrations.busy_ics.allowed_host import AllowedHost


class Command(BaseCommand):
    help = "List the hosts that may be called for an organisation; without any, every public one may be."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("organisation", help="its slug")
        parser.add_argument("--allow", action="append", default=[], metavar="HOST")
        parser.add_argument("--forget", action="append", default=[], metavar="HOST")

    def handle(self, *_args: Any, **options: Any) -> None:
        home = Organisation.objects.filter(slug__iexact=options["organisation"]).first()
        if home is None:
            message = f"There is no organisation {options['organisation']!r}."
            raise CommandError(message)
        for host in options["allow"]:
            AllowedHost.objects.get_or_create(organisation=home, host=host.strip().rstrip(".").lower())
        forgotten = [host.strip().rstrip(".").lower() for host in options["forget"]]
        AllowedHost.objects.of(home).filter(host__in=forgotten).delete()
        named = list(AllowedHost.objects.of(home).values_list("host", flat=True))
        self.stdout.write("\n".join(named) or "Every public host may be called.")
