"""Carrying an envelope to its reader: what is in it is read again, so nobody is asked about what is settled
by then.
"""

from collections.abc import Iterable
from functools import partial
from typing import Any

from django.db.models import QuerySet
from django.utils import translation

from cairn.journal.errand import Errand
from cairn.journal.reaction import Settle
from cairn.kernel import clock
from cairn.notices.addressing import address_of, language_of
from cairn.notices.channels import Letter, channel
from cairn.notices.composing import BUNDLE, compose
from cairn.notices.contents.table import CONTENTS
from cairn.notices.envelope import Envelope
from cairn.notices.facts import Facts
from cairn.notices.notice import DROPPED, SENT, Notice
from cairn.notices.sent_message import SentMessage


def carry(errand: Errand) -> Settle:
    """Send it; what is returned is written together with the errand's mark.

    Raises what `Channel.send` raises, and Refused where the person has no address.
    """
    envelope = Envelope.objects.select_related("person__account", "person__organisation").get(
        pk=errand.entry.subject_id
    )
    notices = list(_inside(envelope))
    facts = Facts(notices)
    told = [notice for notice in notices if CONTENTS[notice.kind].holds(notice, facts)]
    settled = [notice.pk for notice in notices if notice not in told]
    if not told:
        return partial(_drop, settled)
    address, language = address_of(envelope.person), language_of(envelope.person)
    with translation.override(language):
        composed = compose(envelope, told, facts, language=language)
    by = channel()
    by.send(
        Letter(
            key=errand.pk,
            address=address,
            message=composed.message,
            unsubscribe_url=composed.stop_url,
            headers=composed.headers,
            calendar=composed.calendar,
        )
    )
    return partial(_write_down, envelope, told, settled, errand, by.name, composed.message.language)


def _inside(envelope: Envelope) -> QuerySet[Notice]:
    found: QuerySet[Notice] = (
        envelope.notices.exclude(state=DROPPED)
        .select_related("person__account", "person__organisation")
        .order_by("made_at", "id")
    )
    return found


def _write_down(
    envelope: Envelope, told: list[Notice], settled: list[Any], errand: Errand, by: str, language: str
) -> None:
    _drop(settled)
    alone = len(told) == 1
    SentMessage.objects.create(
        organisation_id=envelope.organisation_id,
        person=envelope.person,
        kind=told[0].kind if alone else BUNDLE,
        channel=by,
        language=language,
        subject_id=told[0].topic if alone else envelope.pk,
        errand_id=errand.pk,
        at=clock.now(),
    )


def _drop(settled: Iterable[Any]) -> None:
    """What was settled before its letter left is no longer told, here either."""
    Notice.objects.filter(pk__in=list(settled), mails__lte=1, state=SENT).update(state=DROPPED)
