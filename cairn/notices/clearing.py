"""Clearing away what was told long ago: nothing is kept for ever."""

from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef

from cairn.accounts.organisation import Organisation
from cairn.kernel import clock
from cairn.notices.envelope import Envelope
from cairn.notices.notice import DROPPED, WAITING, Notice
from cairn.notices.sent_message import SentMessage
from cairn.people.passes import Pass

#: One may look up for a year what one was told.
KEPT_FOR = timedelta(days=365)
#: What was never told, and links that ran out, help nobody for longer than this.
OF_NO_USE = timedelta(days=30)


def clear_notices(organisation: Organisation) -> int:
    """Delete what is outworn in one organisation, on its clock; how many notices."""
    now = clock.now()
    gone = _delete(organisation, now)
    kept = Notice.objects.filter(envelope=OuterRef("pk"))
    old = Envelope.objects.of(organisation).filter(sealed_at__lt=now - OF_NO_USE)
    old.filter(~Exists(kept)).delete()
    SentMessage.objects.of(organisation).filter(at__lt=now - KEPT_FOR).delete()
    Pass.objects.of(organisation).spent_before(now - OF_NO_USE).delete()
    return gone


def _delete(organisation: Organisation, now: datetime) -> int:
    here = Notice.objects.of(organisation).exclude(state=WAITING)
    outworn = here.filter(made_at__lt=now - KEPT_FOR)
    never_told = here.filter(state=DROPPED, made_at__lt=now - OF_NO_USE)
    return int(outworn.delete()[0] + never_told.delete()[0])
