"""The list of one's threads, the one with the newest word first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import F
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cairn.conversations.message import Message
from cairn.conversations.thread import Thread
from cairn.kernel.text import single_line
from cairn.vault.keys import keyring
from cairn.web.shell.visiting import Visit, for_a_person
from cairn.web.talk.company import Company, companies

if TYPE_CHECKING:
    from cairn.people.person import Person

MOST = 200
PREVIEW = 120


@dataclass(frozen=True, slots=True)
class Row:
    """One thread as the list shows it. `last` is None where nobody wrote; `words` are its first line."""

    thread: Thread
    company: Company
    unread: int
    last: Message | None
    words: str
    mine: bool


@for_a_person
@require_safe
def threads(request: Visit) -> HttpResponse:
    """Everybody one talks with."""
    return render(request, "talk/threads.html", {"rows": rows_of(request.person)})


def rows_of(person: Person) -> list[Row]:
    """The threads of one person; queries do not grow with them."""
    mine = list(Thread.objects.visible_to(person)[:MOST])
    people = companies(person, mine)
    newest = Message.objects.visible_to(person).filter(thread__in=mine, number=F("thread__latest"))
    last = {message.thread_id: message for message in newest.prefetch_related("attachments")}
    with keyring(last.values()):
        return [_row(person, thread, people[thread.pk], last.get(thread.pk)) for thread in mine]


def _row(person: Person, thread: Thread, company: Company, last: Message | None) -> Row:
    return Row(
        thread=thread,
        company=company,
        unread=max(0, thread.latest - company.mine.read_to) if company.mine.left_at is None else 0,
        last=last,
        words=single_line(last.body, most=PREVIEW) if last else "",
        mine=last is not None and last.author_id == person.pk,
    )
