"""What the notices do by themselves each minute: each organisation by its own clock."""

from django.db.models import Q

from cairn.accounts.organisation import Organisation
from cairn.kernel import clock
from cairn.notices.digesting import put_digests
from cairn.notices.habit import Habit
from cairn.notices.notice import WAITING, Notice
from cairn.notices.outbox import flush


def minute() -> None:
    """Put what time brings, then seal what is due."""
    waiting = Notice.objects.filter(state=WAITING).values("organisation_id")
    digests = Habit.objects.filter(digest_due_at__isnull=False).values("organisation_id")
    for organisation in Organisation.objects.filter(Q(pk__in=waiting) | Q(pk__in=digests)):
        with clock.shift_by(organisation.clock_shift):
            put_digests(organisation)
            flush(organisation)
