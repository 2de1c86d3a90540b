"""A process that seals and sends what is due; `test_dying_outbox.py` starts it, and kills it while it sends.

`python -m tests.notices.flushing begin` makes people with two notices each, `… flush` seals and sends, and
`… finish` does what is left and says how it ended.
"""

import os
import sys
from datetime import timedelta

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cairn.config.settings")
django.setup()

from django.core.management import call_command  # noqa: E402 - models load after Django's set-up

from cairn.journal import starting  # noqa: E402 - models load after Django's set-up
from cairn.journal.draining import LEASE, drain, drain_entry  # noqa: E402
from cairn.journal.errand import Errand  # noqa: E402
from cairn.kernel import clock  # noqa: E402
from cairn.notices.choosing import choose  # noqa: E402
from cairn.notices.envelope import Envelope  # noqa: E402
from cairn.notices.notice import WAITING, Notice  # noqa: E402
from cairn.notices.outbox import put  # noqa: E402
from cairn.notices.sent_message import SentMessage  # noqa: E402
from cairn.notices.tasks import minute  # noqa: E402
from tests import cast  # noqa: E402
from tests.notices.life import pair  # noqa: E402

PEOPLE = 12
LOUD = {"quiet_from": 0, "quiet_to": 0, "quiet_weekend": False, "digest_day": None}
# Nobody else works in this process: what it seals, it sends.
starting._enqueue = drain_entry  # type: ignore[assignment]  # no queue stands here


def begin() -> None:
    """Somebody waits for one of the two, the other waits for them; both are due in a moment."""
    call_command("migrate", verbosity=0)
    cast.cast()
    mentorship = pair()
    mentorship.begin_closing()
    for person in (cast.amina(), cast.bruno()):
        choose(person, wanted=(), **LOUD)
    drain()
    for number in range(PEOPLE):
        person = cast.person(f"Walker{number} Stone")
        choose(person, wanted=(), **LOUD)
        for kind in ("mentorship_resumed", "mentorship_closing"):
            put(person, kind, topic=mentorship.pk, due_at=clock.now() + timedelta(seconds=1))


def finish() -> None:
    with clock.moved(by=LEASE + timedelta(seconds=2)):
        minute()
        drain()
    told = Notice.objects.filter(person__name__startswith="Walker")
    envelopes = Envelope.objects.filter(person__name__startswith="Walker")
    sent = SentMessage.objects.filter(person__name__startswith="Walker")
    dropped = Errand.objects.filter(fault="in-doubt", dropped_at__isnull=False).count()
    waiting = told.filter(state=WAITING).count() + Errand.objects.owed().count()
    print(told.count(), envelopes.count(), sent.count(), dropped, waiting)  # noqa: T201 - the test reads it


if __name__ == "__main__":
    {"begin": begin, "flush": minute, "finish": finish}[sys.argv[1]]()
