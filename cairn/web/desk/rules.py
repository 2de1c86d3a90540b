"""Keeping what was tried as the programme's rules; adding a rule and taking one away."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from cairn.matching.refusal import Refused
from cairn.matching.rulebook import save
from cairn.web.desk.doors import programme_for
from cairn.web.desk.rule import NewRule
from cairn.web.desk.trial import trial_of
from cairn.web.shell.visiting import Visit, for_a_person


@for_a_person
@require_POST
def rules(request: Visit, slug: str) -> HttpResponse:
    """Keep the trial: a new version of the programme's settings."""
    programme = programme_for(request.person, slug)
    trial = trial_of(programme, request.POST)
    version = save(programme, trial.book, by=request.person)
    messages.success(request, _("Kept as version %(version)s of the rules.") % {"version": version})
    return redirect(reverse("desk:lab", args=(slug,)) + trial.start)


@for_a_person
@require_http_methods(["GET", "HEAD", "POST"])
def rule(request: Visit, slug: str) -> HttpResponse:
    """Add a rule, from a field people have or a question they were asked."""
    programme = programme_for(request.person, slug)
    trial = trial_of(programme, request.POST or request.GET)
    form = NewRule(request.POST if "source" in request.POST else None, programme=programme)
    if not form.is_valid():
        context = {"programme": programme, "form": form, "trial": trial}
        return render(request, "desk/rule.html", context, status=400 if form.errors else 200)
    try:
        save(programme, form.added_to(trial.book), by=request.person)
    except Refused as refused:
        messages.warning(request, str(refused))
    return redirect(reverse("desk:lab", args=(slug,)) + trial.start)


@for_a_person
@require_POST
def removal(request: Visit, slug: str) -> HttpResponse:
    """Take a rule away; the version before still holds it."""
    programme = programme_for(request.person, slug)
    trial = trial_of(programme, request.POST)
    try:
        save(programme, trial.book.without(request.GET.get("rule", "")), by=request.person)
    except Refused as refused:
        messages.warning(request, str(refused))
    else:
        messages.success(request, _("The rule is gone. The version before it is kept in Settings."))
    return redirect(reverse("desk:lab", args=(slug,)) + trial.start)
