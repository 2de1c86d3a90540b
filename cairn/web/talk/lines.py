"""Messages as one reader sees them: by day, with what may be done to them, and how far others have read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.utils.timezone import localtime

from cairn.conversations.links import Part, parts
from cairn.conversations.manner import showing_read
from cairn.conversations.message import Message
from cairn.kernel.text import first_name_of
from cairn.vault.keys import keyring

if TYPE_CHECKING:
    from cairn.conversations.attachment import Attachment
    from cairn.people.person import Person
    from cairn.web.talk.company import Company


@dataclass(frozen=True, slots=True)
class Line:
    """One message. `day` is set on the first of a day; `seen_by` on the newest of one's own that was seen."""

    message: Message
    author: str
    mine: bool
    said: list[Part]
    attachments: list[Attachment]
    day: date | None
    mendable: bool
    returnable: bool
    seen_by: str = ""


def lines_of(
    reader: Person, messages: Iterable[Message], *, company: Company, after: datetime | None = None
) -> list[Line]:
    """Lines for messages in their order; `after` is when the message before the first was sent."""
    rows = list(messages)
    seen = _seen(reader, rows, company)
    lines, day = [], _day(after) if after else None
    with keyring(rows):
        for message in rows:
            today = _day(message.sent_at)
            lines.append(
                _line(reader, message, today if today != day else None, seen.get(message.number, ""))
            )
            day = today
    return lines


def _line(reader: Person, message: Message, day: date | None, seen_by: str) -> Line:
    attachments = list(message.attachments.all())
    for attachment in attachments:
        attachment.message = message
        _opened = attachment.transcript, attachment.file.name  # opened while the keys are at hand
    return Line(
        message=message,
        author=first_name_of(message.author.name),
        mine=message.author_id == reader.pk,
        said=list(parts(message.body)),
        attachments=attachments,
        day=day,
        mendable=message.mendable_by(reader),
        returnable=message.returnable_by(reader),
        seen_by=seen_by,
    )


def _seen(reader: Person, rows: list[Message], company: Company) -> dict[int, str]:
    """Under which of the reader's own messages stands who has read so far; where both sides show it."""
    own = [message.number for message in rows if message.author_id == reader.pk]
    people = [reader.pk, *(part.person_id for part in company.others)]
    showing = showing_read(people) if own else set()
    if reader.pk not in showing:
        return {}
    names: dict[int, list[str]] = {}
    for part in company.others:
        reached = [number for number in own if number <= part.read_to]
        if part.person_id in showing and reached and part not in company.blocked:
            names.setdefault(reached[-1], []).append(first_name_of(part.person.name))
    return {number: ", ".join(who) for number, who in names.items()}


def _day(moment: datetime) -> date:
    return localtime(moment).date()
