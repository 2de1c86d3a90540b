"""The second step of an import: what each column is."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from cairn.intake.column import NotAChoice
from cairn.intake.receiving import samples
from cairn.intake.tasks import start_check
from cairn.web.desk.doors import upload_for
from cairn.web.desk.meanings import choices_in, columns_shown, refusal
from cairn.web.desk.stepping import steps
from cairn.web.shell.visiting import Visit, for_a_person


@for_a_person
@require_http_methods(["GET", "HEAD", "POST"])
def columns(request: Visit, slug: str, upload_id: UUID) -> HttpResponse:
    """Look whether each was understood; a POST keeps the choices and has every row checked."""
    upload = upload_for(request.person, slug, upload_id)
    context = {"programme": upload.programme, "upload": upload, "steps": steps("columns")}
    if request.method == "POST":
        try:
            upload.map_columns(choices_in(request.POST))
        except NotAChoice as fault:
            context["refusal"] = refusal(fault)
        else:
            start_check(upload)
            return redirect("desk:upload-check", slug=slug, upload_id=upload_id)
    context["columns"] = columns_shown(upload, samples=samples(upload), chosen=choices_in(request.POST))
    return render(request, "desk/columns.html", context, status=400 if "refusal" in context else 200)
