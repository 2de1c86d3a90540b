"""The timers of a programme, and what others would have done in its own past."""

from __future__ import annotations

from dataclasses import asdict

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from cairn.care.recipes import LEAD
from cairn.care.simulating import IDLE, play, read_past
from cairn.programmes.programme import Programme
from cairn.programmes.timers import SECTION, Timers
from cairn.web.caring.doors import programme_for
from cairn.web.caring.timing import SHOWN, TimersForm
from cairn.web.shell.visiting import Visit, for_a_person


@for_a_person
@require_http_methods(["GET", "HEAD", "POST"])
def timers(request: Visit, slug: str) -> HttpResponse:
    """GET with numbers plays them over the past and keeps nothing; POST keeps them."""
    programme = programme_for(request.person, slug)
    current = programme.timers()
    asked = request.POST if request.method == "POST" else request.GET
    form = TimersForm(_whole(asked, current), current=current)
    if request.method == "POST" and form.is_valid():
        programme.revise(SECTION, form.timers().as_section(), by=request.person)
        messages.success(request, _("Saved. They hold from tonight on."))
        return redirect("caring:timers", slug=slug)
    tried = form.timers() if form.is_bound and form.is_valid() else None
    context = {"programme": programme, "form": form, "tried": tried is not None}
    if tried is not None:
        context |= _played(programme, current, tried)
    return render(request, "caring/timers.html", context, status=400 if form.errors else 200)


def _whole(asked: QueryDict, current: Timers) -> dict[str, object] | None:
    """What was sent, with what is in force where nothing was; None where nothing was sent at all."""
    if not set(SHOWN) & set(asked):
        return None
    return {name: asked.get(name, value) for name, value in asdict(current).items() if name in SHOWN}


def _played(programme: Programme, current: Timers, tried: Timers) -> dict[str, object]:
    """Both over the same past: row by row, and the difference in a sentence."""
    past = read_past(programme)
    before, after = play(past, current), play(past, tried)
    rows = [
        (_name(code), count, after.counts[code], after.counts[code] - count)
        for code, count in before.counts.items()
    ]
    return {"rows": rows, "difference": after.total - before.total, "mentorships": before.mentorships}


def _name(code: str) -> str:
    return _("Silent so long that we ask whether it goes on") if code == IDLE else str(LEAD[code])
