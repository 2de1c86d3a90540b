"""Searching one's own words."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.dateparse import parse_datetime
from django.views.decorators.http import require_safe

from cairn.conversations.searching import search
from cairn.vault.keys import keyring
from cairn.web.shell.visiting import Visit, for_a_person
from cairn.web.talk.company import companies
from cairn.web.talk.excerpts import Excerpt, excerpt

MOST_WORDS = 200


@for_a_person
@require_safe
def search_page(request: Visit) -> HttpResponse:
    """What holds every word, newest first, with how far back was looked."""
    words = request.GET.get("q", "").strip()[:MOST_WORDS]
    found = search(request.person, words, before=_moment(request.GET.get("before", "")))
    people = companies(
        request.person, {message.thread_id: message.thread for message in found.messages}.values()
    )
    with keyring(found.messages):
        hits: list[tuple[Excerpt, str]] = [
            (excerpt(message, words), people[message.thread_id].title) for message in found.messages
        ]
    context = {"q": words, "hits": hits, "looked_back_to": found.looked_back_to}
    return render(request, "talk/search.html", context)


def _moment(text: str) -> datetime | None:
    """A moment of our own links; anything else is the present."""
    try:
        moment = parse_datetime(text)
    except ValueError:
        return None
    return moment if moment and moment.tzinfo else None
