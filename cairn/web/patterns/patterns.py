"""The page of patterns, and the two answers its samples ask for."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from cairn.web.patterns import samples
from cairn.web.patterns.sample_form import SampleForm


@require_safe
def patterns(request: HttpRequest) -> HttpResponse:
    """Every component in every state."""
    wrong = SampleForm({"address": "priya.nair@", "wish": ""})
    wrong.is_valid()
    forms = {"form": SampleForm(), "wrong": wrong, "asleep": SampleForm(asleep=True)}
    return render(request, "patterns/patterns.html", {"groups": samples.GROUPS, "s": samples, **forms})


@require_safe
def progress(request: HttpRequest) -> HttpResponse:
    """What a finished job answers."""
    return render(request, "patterns/progress_done.html")


@require_POST
def echo(request: HttpRequest) -> HttpResponse:
    """Where the sample forms send to: nothing is kept, and a toast says so."""
    messages.success(request, _("Only a sample: nothing was kept."))
    return redirect("patterns:patterns")
