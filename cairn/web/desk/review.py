"""The pairs of a run as a list or a board, and what was done to them by hand."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from cairn.matching.change import Change
from cairn.matching.refusal import Refused
from cairn.matching.reviewing import undo as take_back
from cairn.web.desk.board import board_of
from cairn.web.desk.changing import revision_in
from cairn.web.desk.doors import run_for
from cairn.web.desk.history import told
from cairn.web.desk.leftover import left_over
from cairn.web.desk.rows import rows_of
from cairn.web.desk.sifting import Sifting
from cairn.web.shell.visiting import Visit, for_a_person

PER_PAGE = 25


@for_a_person
@require_safe
def review(request: Visit, slug: str, number: int) -> HttpResponse:
    """The pairs, sifted and sorted; who is left over stands below."""
    run = run_for(request.person, slug, number)
    form = Sifting(request.GET)
    found = form.among(run)
    context = {"programme": run.programme, "run": run, "form": form, "pairs": run.pairings.count()}
    context |= {"publication": run.publications.last(), "keep": form.keep(), "left_over": left_over(run)}
    if form.is_board:
        return render(request, "desk/review.html", {**context, "columns": board_of(run, found)})
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    return render(
        request, "desk/review.html", {**context, "page": page, "rows": rows_of(run, page.object_list)}
    )


@for_a_person
@require_safe
def changes(request: Visit, slug: str, number: int) -> HttpResponse:
    """Who changed what, newest first."""
    run = run_for(request.person, slug, number)
    made = Change.objects.visible_to(request.person).filter(run=run).select_related("by", "undoes")
    return render(
        request, "desk/changes.html", {"programme": run.programme, "run": run, "changes": told(made)}
    )


@for_a_person
@require_POST
def undo(request: Visit, slug: str, number: int) -> HttpResponse:
    """Take back the latest change that still stands."""
    run = run_for(request.person, slug, number)
    try:
        take_back(run, by=request.person, revision=revision_in(request))
    except Refused as refused:
        messages.warning(request, str(refused))
    else:
        messages.success(request, _("Taken back. The run is as it was before."))
    return redirect("desk:review", slug=slug, number=number)
