"""The feed: whom one may follow."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from cairn.kernel import clock
from cairn.stories.feed import feed_for
from cairn.stories.follow import FOLLOW
from cairn.stories.looking import Looking, looked_for
from cairn.stories.offering import looked_after, programmes_of
from cairn.stories.served import digest_for, shown, week_of
from cairn.web.shell.visiting import Visit, for_a_person
from cairn.web.stories.doors import own_place
from cairn.web.stories.words import EXPERIENCES

MOST = 60


@for_a_person
@require_safe
def feed(request: Visit) -> HttpResponse:
    """Posts chosen for the week, then everybody, in the order that suits the reader."""
    person = request.person
    chosen = looked_for(person)
    context = {
        "week": digest_for(person),
        "entries": feed_for(person, shown=shown(week_of(clock.today())))[:MOST],
        "offered": bool(programmes_of(person, FOLLOW)),
        "tells": _tells(request),
        "looked_after": looked_after(person, FOLLOW),
        "experiences": [(code, said, code in chosen) for code, said in EXPERIENCES.items()],
        "lived": EXPERIENCES,
    }
    return render(request, "stories/feed.html", context)


def _tells(request: Visit) -> bool:
    """Whether this person may show a path of their own."""
    try:
        own_place(request)
    except Http404:
        return False
    return True


@for_a_person
@require_POST
def wishes(request: Visit) -> HttpResponse:
    """What one would like to hear about."""
    Looking.say(request.person, request.POST.getlist("experience"))
    messages.success(request, _("Kept. Only the order below follows it; nobody else sees it."))
    return redirect("stories:feed")
