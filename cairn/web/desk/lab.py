"""The Match Lab. Its whole state is in the address: a moved slider asks for the round and writes nothing."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cairn.matching.lab import play
from cairn.web.desk.doors import programme_for
from cairn.web.desk.showing import shown
from cairn.web.desk.trial import trial_of
from cairn.web.shell.visiting import Visit, for_a_person

PER_PAGE = 50


@for_a_person
@require_safe
def lab(request: Visit, slug: str) -> HttpResponse:
    """The page, or only the round when a slider asked."""
    programme = programme_for(request.person, slug)
    trial = trial_of(programme, request.GET)
    template = "desk/lab.html#round" if request.headers.get("HX-Request") else "desk/lab.html"
    return render(request, template, shown(programme, trial=trial, token=request.GET.get("token", "")))


@for_a_person
@require_safe
def waiting(request: Visit, slug: str) -> HttpResponse:
    """Everybody this trial leaves over, each with the reason."""
    programme = programme_for(request.person, slug)
    trial = trial_of(programme, request.GET)
    people = play(programme, book=trial.book).waiting
    page = Paginator(people, PER_PAGE).get_page(request.GET.get("page"))
    keep = f"{trial.query}&"
    return render(
        request, "desk/waiting.html", {"programme": programme, "page": page, "keep": keep, "trial": trial}
    )
