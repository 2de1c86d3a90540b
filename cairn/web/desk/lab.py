"""The Match Lab. Its whole state is in the address: a moved slider asks for the round and writes nothing."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from cairn.matching.hints import adopt
from cairn.matching.lab import hints as find_hints
from cairn.matching.lab import lint as find_lint
from cairn.matching.lab import play
from cairn.matching.refusal import Refused
from cairn.web.desk.doors import programme_for
from cairn.web.desk.showing import shown
from cairn.web.desk.trial import trial_of
from cairn.web.shell.visiting import Visit, for_a_person

PER_PAGE = 50


@for_a_person
@require_safe
def lab(request: Visit, slug: str) -> HttpResponse:
    """The page, or only the round when a slider asked. The page itself always reads everybody again."""
    programme = programme_for(request.person, slug)
    trial = trial_of(programme, request.GET)
    if not request.headers.get("HX-Request"):
        return render(request, "desk/lab.html", shown(programme, trial=trial))
    context = shown(programme, trial=trial, token=request.GET.get("token", ""))
    answer = render(request, "desk/lab.html#round", {**context, "swapped": True})
    # The address to share holds the trial, not who asked for it.
    answer["HX-Replace-Url"] = f"{request.path}?{context['trial'].query}"
    return answer


@for_a_person
@require_safe
def waiting(request: Visit, slug: str) -> HttpResponse:
    """Everybody this trial leaves over, each with the reason."""
    programme = programme_for(request.person, slug)
    trial = trial_of(programme, request.GET)
    people = play(programme, book=trial.book, trying=trial.hints).waiting
    page = Paginator(people, PER_PAGE).get_page(request.GET.get("page"))
    keep = f"{trial.query}&"
    return render(
        request, "desk/waiting.html", {"programme": programme, "page": page, "keep": keep, "trial": trial}
    )


@for_a_person
@require_safe
def hints(request: Visit, slug: str) -> HttpResponse:
    """What would match more people. Every promise is solved, so it comes after the round, by itself."""
    programme = programme_for(request.person, slug)
    trial = trial_of(programme, request.GET)
    token = request.GET.get("token", "")
    found = find_hints(programme, book=trial.book, token=token, trying=trial.hints)
    template = "desk/hints.html#hints" if request.headers.get("HX-Request") else "desk/hints.html"
    return render(request, template, {"programme": programme, "trial": trial, "hints": found})


@for_a_person
@require_safe
def lint(request: Visit, slug: str) -> HttpResponse:
    """Whom each rule shuts out."""
    programme = programme_for(request.person, slug)
    trial = trial_of(programme, request.GET)
    found = find_lint(programme, book=trial.book)
    return render(request, "desk/lint.html", {"programme": programme, "trial": trial, "lint": found})


@for_a_person
@require_POST
def adoption(request: Visit, slug: str) -> HttpResponse:
    """Keep a hint that was tried: the rules change, or these mentors take one more, as they agreed to."""
    programme = programme_for(request.person, slug)
    trial = trial_of(programme, request.POST)
    try:
        adopt(programme, request.POST.get("key", ""), by=request.person, format=trial.book.format)
    except Refused as refused:
        messages.warning(request, str(refused))
    else:
        messages.success(request, _("Kept. The next round counts on it."))
    return redirect(reverse("desk:lab", args=(slug,)) + trial.start)
