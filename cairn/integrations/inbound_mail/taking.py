"""Taking a mail: from its bytes to what it changes, once.

Reading needs no database and comes first; what changes, changes in one transaction with the mark that it was
taken. A sender who is who they say gets one letter where their mail could not be taken, a few a day at most;
nobody else gets anything, so no two machines can begin to talk.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from uuid import NAMESPACE_URL, uuid5

from django.conf import settings
from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cairn.conversations import parcel
from cairn.conversations import refusal as conversations
from cairn.conversations.message import MAIL
from cairn.integrations.inbound_mail import arrived as mails
from cairn.integrations.inbound_mail.addressed import Addressed, addressed, addresses_of
from cairn.integrations.inbound_mail.arrived import Arrived, Enclosed, Unopened, opened
from cairn.integrations.inbound_mail.quoting import own_words
from cairn.integrations.inbound_mail.received import Received
from cairn.kernel import clock
from cairn.meetings.calendar.outcome import CHANGED
from cairn.meetings.calendar.reading import Reply, Unreadable, read_reply
from cairn.meetings.calendar.replying import apply_reply
from cairn.meetings.slots import zone_of
from cairn.notices.outbox import put

MOST_COMPLAINTS = 3
POSTED, AGAIN = "posted", "again"
#: It is done, or nobody waits to hear that it is not.
_QUIET = CHANGED | {POSTED, AGAIN, "stale", "automatic"}

log = logging.getLogger(__name__)

SENTENCES: dict[str, str | Promise] = {
    POSTED: _("The words are posted."),
    AGAIN: _("This mail was taken before."),
    "automatic": _("It was written by a machine. Nothing was changed."),
    "no_sign": _("It goes to no address of ours. Nothing was changed."),
    "forged": _("It does not come from the person its address was made for. Nothing was changed."),
    "nobody": _("It is for something that is gone. Nothing was changed."),
    "no_words": _("There are no words in it. Nothing was changed."),
    **mails.SENTENCES,
}


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of a mail: a code, and one line in the language that is active."""

    code: str
    said: str = ""

    @property
    def line(self) -> str:
        """One clear line."""
        return self.said or str(SENTENCES.get(self.code, self.code))


def take(raw: bytes) -> Taken:
    """Take a mail as it came from outside; never raises for what it holds."""
    try:
        mail = opened(raw)
    except Unopened as fault:
        return Taken(fault.code)
    if mail.is_bounce or mail.sender in {settings.INBOUND_ADDRESS, _own_address()}:
        return Taken("automatic")
    if mail.sign is None:
        return Taken("no_sign")
    found = addressed(mail.sign)
    if found is None:
        return Taken("nobody")
    if mail.sender not in addresses_of(found.person):
        return Taken("forged")
    with clock.shift_by(found.person.organisation.clock_shift):
        return _take_from(found, mail)


def _own_address() -> str:
    return settings.DEFAULT_FROM_EMAIL.rpartition("<")[2].strip("> ").lower()


def _take_from(found: Addressed, mail: Arrived) -> Taken:
    """The sender is who they say."""
    if mail.calendar is not None and found.place is not None:
        try:
            reply = read_reply(mail.calendar, zone=zone_of(found.person))
        except Unreadable as fault:
            return _once(found, mail, Taken(fault.code, fault.sentence))
        return _once(found, mail, reply)
    if mail.is_automatic:
        return Taken("automatic")
    return _once(found, mail, None)


def _once(found: Addressed, mail: Arrived, what: Reply | Taken | None) -> Taken:
    """Change what it changes together with the mark that it was taken."""
    files, left_out = _parcels(mail.files) if what is None else ([], 0)
    with transaction.atomic():
        received, new = Received.objects.get_or_create(
            person=found.person, mark=mail.mark, defaults={"organisation_id": found.person.organisation_id}
        )
        if not new:
            return Taken(AGAIN)
        if isinstance(what, Reply) and found.place is not None:
            outcome = apply_reply(what, place=found.place, addresses=addresses_of(found.person))
            taken = Taken(outcome.code, outcome.sentence)
        else:
            taken = what if isinstance(what, Taken) else _post(found, mail, files)
        Received.objects.filter(pk=received.pk).update(outcome=taken.code)
        code = "file_left_out" if taken.code == POSTED and left_out else taken.code
        if code not in _QUIET:
            _tell(found, received, code)
    return taken


def _post(found: Addressed, mail: Arrived, files: list[parcel.Parcel]) -> Taken:
    words = own_words(mail.words)
    if found.thread is None:
        return Taken("nobody")
    if not words and not files:
        return Taken("no_words")
    client = uuid5(NAMESPACE_URL, f"mail:{mail.mark}")
    try:
        with transaction.atomic():
            found.thread.post(found.person, words, client_id=client, files=files, via=MAIL)
    except conversations.Refused as refusal:
        return Taken(refusal.code, str(refusal))
    return Taken(POSTED)


def _parcels(files: Iterable[Enclosed]) -> tuple[list[parcel.Parcel], int]:
    """What may go along by size and kind, and how many may not."""
    made, left_out = [], 0
    for file in files:
        try:
            made.append(parcel.packed(file.content, name=file.name))
        except conversations.Refused:
            left_out += 1
    kept = made[: parcel.MOST_PARCELS]
    return kept, left_out + len(made) - len(kept)


def _tell(found: Addressed, received: Received, code: str) -> None:
    """One letter about it, within reason."""
    lately = Received.objects.filter(person=found.person, at__gt=clock.now() - timedelta(days=1))
    if lately.exclude(outcome__in=_QUIET).count() > MOST_COMPLAINTS:
        return
    about = found.place.meeting_id if found.place else found.thread.pk if found.thread else None
    if about is not None:
        place = {"place": found.place.pk} if found.place else {}
        put(found.person, "mail_not_taken", topic=about, mark=str(received.pk), data={"code": code, **place})
