"""Telling one person one thing: rendered in their language, sent by the channel, written down."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from cairn.journal.errand import Errand
from cairn.journal.reaction import Settle
from cairn.kernel import clock
from cairn.notices.addressing import address_of, language_of
from cairn.notices.channels import Letter, channel
from cairn.notices.rendering import render
from cairn.notices.sent_message import SentMessage
from cairn.people.person import Person


def tell(person: Person, kind: str, values: Mapping[str, Any], *, about: UUID, because_of: Errand) -> Settle:
    """Send it; what is returned writes the SentMessage together with the errand's mark.

    Raises what `Channel.send` raises, and Refused where the person has no address.
    """
    by = channel()
    message = render(kind, values, language=language_of(person))
    by.send(Letter(key=because_of.pk, address=address_of(person), message=message))
    row = SentMessage(
        organisation_id=person.organisation_id,
        person=person,
        kind=kind,
        channel=by.name,
        language=message.language,
        subject_id=about,
        errand_id=because_of.pk,
        at=clock.now(),
    )
    return row.save
