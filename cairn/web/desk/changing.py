"""Changing a run by hand: ask first, then do exactly that, then offer to take it back."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from cairn.matching.act import Act
from cairn.matching.foreseeing import foresee
from cairn.matching.refusal import Refused
from cairn.matching.reviewing import carry_out
from cairn.matching.run import Run
from cairn.web.desk.following import following
from cairn.web.shell.visiting import Visit

WHY = 500


def ask_first(request: Visit, run: Run, act: Act | None, *, template: str, **context: Any) -> HttpResponse:
    """A page with what would follow from the act, or why it cannot be."""
    context |= {"programme": run.programme, "run": run}
    if act is None:
        return render(request, template, context)
    try:
        context["following"] = following(foresee(run, act), programme=run.programme)
    except Refused as refused:
        context["refusal"] = str(refused)
    return render(request, template, context)


def make(request: Visit, run: Run, act: Act) -> HttpResponse:
    """Do it, and say how to take it back."""
    why = request.POST.get("why", "")[:WHY]
    try:
        change = carry_out(run, act, by=request.person, revision=revision_in(request), why=why)
    except Refused as refused:
        messages.warning(request, str(refused))
    else:
        undo = reverse("desk:review-undo", args=[run.programme.slug, run.number])
        messages.success(
            request, _("Done. The run is changed."), extra_tags=f"{undo}?revision={change.revision}"
        )
    return redirect("desk:review", slug=run.programme.slug, number=run.number)


def revision_in(request: HttpRequest) -> int:
    """The revision the person was looking at; -1, which never is one, for nonsense."""
    said = request.POST.get("revision") or request.GET.get("revision") or ""
    return int(said) if said.isascii() and said.isdecimal() else -1
