"""A process that sends one letter as an errand; `test_dying_mail.py` starts it, and kills it while it sends.

`python -m tests.notices.posting act again` records and sends, `… drain again` does what is left; `again` or
`drop` is what the reaction wants done in doubt. Both say "done dropped-because" of the one errand at the end.
"""

import os
import sys
from datetime import timedelta

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cairn.config.settings")
django.setup()

from django.db import transaction  # noqa: E402 - models load after Django's set-up

from cairn.accounts.organisation import Organisation  # noqa: E402 - models load after Django's set-up
from cairn.config.reactions import REACTIONS  # noqa: E402
from cairn.journal import starting  # noqa: E402
from cairn.journal.draining import LEASE, drain, drain_entry  # noqa: E402
from cairn.journal.errand import Errand  # noqa: E402
from cairn.journal.reaction import outside  # noqa: E402
from cairn.journal.recording import record  # noqa: E402
from cairn.kernel import clock  # noqa: E402
from cairn.notices import preview  # noqa: E402
from cairn.notices.channels import Letter  # noqa: E402
from cairn.notices.mailing import Mailing  # noqa: E402


def post(errand: Errand) -> None:
    message = preview.rendered("match_mentee", "en")
    Mailing().send(Letter(key=errand.pk, address="amina@example.org", message=message))


again = outside(doubt="again")(post)
drop = outside(doubt="drop")(post)


def act() -> None:
    starting._enqueue = drain_entry  # type: ignore[assignment]  # no queue stands here
    stone = Organisation(name="Stones", slug="stones")
    with transaction.atomic():
        record("stone.laid", organisation=stone.pk, actor=None, subject=stone)


def finish() -> None:
    with clock.moved(by=LEASE + timedelta(seconds=1)):
        drain()


if __name__ == "__main__":
    REACTIONS["stone.laid"] = (f"tests.notices.posting.{sys.argv[2]}",)
    {"act": act, "drain": finish}[sys.argv[1]]()
    errand = Errand.objects.get()
    print(errand.done_at is not None, errand.fault)  # noqa: T201 - the test reads it
