"""A thread's page, and what changed in it since."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cairn.conversations.draft import Draft
from cairn.conversations.manner import showing_read
from cairn.conversations.message import Message
from cairn.kernel import ids
from cairn.web.shell.visiting import Visit, for_a_person
from cairn.web.talk.company import company_of
from cairn.web.talk.finding import number_in, thread_for
from cairn.web.talk.lines import lines_of
from cairn.web.talk.saying import Saying

if TYPE_CHECKING:
    from cairn.conversations.thread import Thread
    from cairn.people.person import Person

PAGE = 50
MOST_NEWS = 200


@for_a_person
@require_safe
def thread_page(request: Visit, thread_id: UUID) -> HttpResponse:
    """The newest page of a thread, or the one before a number."""
    thread = thread_for(request.person, thread_id)
    before = number_in(request.GET.get("before"))
    return render(request, "talk/thread.html", page_of(request.person, thread, before=before))


@for_a_person
@require_safe
def news(request: Visit, thread_id: UUID) -> HttpResponse:
    """What changed since the pulse the page knows."""
    thread = thread_for(request.person, thread_id)
    changed = Message.objects.visible_to(request.person).filter(
        thread=thread, changed__gt=number_in(request.GET.get("since"))
    )
    rows = list(changed.whole().order_by("-number")[:MOST_NEWS])[::-1]
    company = company_of(request.person, thread)
    before = _sent_before(request.person, thread, rows[0].number) if rows else None
    lines = lines_of(request.person, rows, company=company, after=before)
    return render(request, "talk/news.html", {"thread": thread, "lines": lines, "company": company})


def page_of(
    person: Person, thread: Thread, *, before: int = 0, saying: Saying | None = None
) -> dict[str, Any]:
    """What the page shows; `saying` is a form that came back with something to mend."""
    readable = Message.objects.visible_to(person).filter(thread=thread)
    wanted = readable.filter(number__lt=before) if before else readable
    rows = list(wanted.whole().order_by("-number")[: PAGE + 1])
    earlier = rows[PAGE - 1].number if len(rows) > PAGE else 0
    shown = rows[:PAGE][::-1]
    company = company_of(person, thread)
    after = rows[PAGE].sent_at if earlier else None
    return {
        "thread": thread,
        "company": company,
        "lines": lines_of(person, shown, company=company, after=after),
        "earlier": earlier,
        "past": bool(before) and before <= thread.latest,
        "form": saying or Saying(initial={"body": Draft.of(thread, person), "client_id": ids.new()}),
        "shows_read": bool(showing_read([person.pk])),
    }


def _sent_before(person: Person, thread: Thread, number: int) -> Any:
    earlier = Message.objects.visible_to(person).filter(thread=thread, number__lt=number)
    return earlier.order_by("-number").values_list("sent_at", flat=True).first()
