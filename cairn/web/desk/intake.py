"""Bringing people: the file, and the way back to one that was begun."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from cairn.intake.tables import KINDS
from cairn.intake.templates import template_file
from cairn.intake.upload import Upload
from cairn.web.desk.doors import programme_for, upload_for
from cairn.web.desk.dropping import SIDES, Dropped
from cairn.web.desk.handing_out import handed_out
from cairn.web.desk.stepping import place_of, steps
from cairn.web.shell.visiting import Visit, for_a_person

SHOWN = 30


@for_a_person
@require_http_methods(["GET", "HEAD", "POST"])
def intake(request: Visit, slug: str) -> HttpResponse:
    """Drop a file; those dropped before stand below."""
    programme = programme_for(request.person, slug)
    form = Dropped(
        request.POST or None, request.FILES or None, initial={"side": request.GET.get("side", "mentee")}
    )
    if request.method == "POST" and form.is_valid() and (upload := form.begin(programme, by=request.person)):
        return redirect("desk:upload-columns", slug=slug, upload_id=upload.pk)
    past = (
        Upload.objects.visible_to(request.person)
        .filter(programme=programme)
        .select_related("file", "by")[:SHOWN]
    )
    context = {"programme": programme, "form": form, "uploads": past, "sides": SIDES, "steps": steps("file")}
    return render(request, "desk/intake.html", context, status=400 if form.errors else 200)


@for_a_person
@require_safe
def upload(request: Visit, slug: str, upload_id: UUID) -> HttpResponse:
    """Back to where this file stands."""
    found = upload_for(request.person, slug, upload_id)
    return redirect(place_of(found), slug=slug, upload_id=upload_id)


@for_a_person
@require_safe
def template(request: Visit, slug: str, side: str, kind: str) -> HttpResponse:
    """An empty file with every column and one example."""
    programme = programme_for(request.person, slug)
    if side not in dict(SIDES) or kind not in KINDS:
        raise Http404
    return handed_out(template_file(programme, side=side, kind=kind))
