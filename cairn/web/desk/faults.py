"""The third step of an import: what is wrong, and mending it. Nothing has been saved yet."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from cairn.intake.exporting import faulty_rows
from cairn.intake.mending import NotMendable
from cairn.intake.tables import KINDS
from cairn.intake.tasks import start_bringing, start_check
from cairn.web.desk.doors import upload_for
from cairn.web.desk.handing_out import handed_out
from cairn.web.desk.mends import mend_cells, take
from cairn.web.desk.report import report_of
from cairn.web.desk.stepping import place_of
from cairn.web.shell.visiting import Visit, for_a_person

Mending = Callable[..., None]


@for_a_person
@require_safe
def check(request: Visit, slug: str, upload_id: UUID) -> HttpResponse:
    """How far the check is, then its report."""
    upload = upload_for(request.person, slug, upload_id)
    if place_of(upload) != "desk:upload-check":
        return redirect(place_of(upload), slug=slug, upload_id=upload_id)
    template = "desk/check.html#progress" if request.headers.get("HX-Request") else "desk/check.html"
    return render(request, template, report_of(upload, said=request.GET))


@for_a_person
@require_POST
def mends(request: Visit, slug: str, upload_id: UUID) -> HttpResponse:
    """Cells typed anew on the page; every row is checked again."""
    return _check_again(request, slug, upload_id, mending=mend_cells)


@for_a_person
@require_POST
def suggestion(request: Visit, slug: str, upload_id: UUID) -> HttpResponse:
    """A yes to an offer, two rows joined, rows left out."""
    return _check_again(request, slug, upload_id, mending=take)


@for_a_person
@require_safe
def faults_file(request: Visit, slug: str, upload_id: UUID, kind: str) -> HttpResponse:
    """The faulty rows as they stand in the file, and what to do, to be mended elsewhere."""
    upload = upload_for(request.person, slug, upload_id)
    if kind not in KINDS:
        raise Http404
    return handed_out(faulty_rows(upload, kind=kind))


@for_a_person
@require_POST
def arrival(request: Visit, slug: str, upload_id: UUID) -> HttpResponse:
    """All rows come in together, in the background."""
    upload = upload_for(request.person, slug, upload_id)
    if not start_bringing(upload):
        messages.warning(request, _("It was not ready: look at the report again. Nothing was saved."))
    return redirect("desk:upload-check", slug=slug, upload_id=upload_id)


def _check_again(request: Visit, slug: str, upload_id: UUID, *, mending: Mending) -> HttpResponse:
    upload = upload_for(request.person, slug, upload_id)
    try:
        mending(upload, said=request.POST)
    except NotMendable:
        messages.warning(request, _("That could not be mended here any more. Nothing else was changed."))
    start_check(upload)
    return redirect("desk:upload-check", slug=slug, upload_id=upload_id)
