"""Publishing: what will be sent, the ten minutes in which it can be taken back, and what became of it."""

from uuid import UUID

from csp.constants import NONE, SELF, UNSAFE_INLINE
from csp.decorators import csp, csp_update
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cairn.matching.publication import Publication
from cairn.matching.refusal import Refused
from cairn.web.desk.doors import pairing_for, programme_for, publication_for, run_for
from cairn.web.desk.mailing import SIDES, mail_to, preview_of
from cairn.web.desk.outcome import answers_to
from cairn.web.shell.visiting import Visit, for_a_person

# A mail brings its own styles; it is shown in a sandbox that runs nothing and loads nothing.
IN_A_FRAME = {
    "default-src": [NONE],
    "style-src": [UNSAFE_INLINE],
    "img-src": [SELF, "data:"],
    "frame-ancestors": [SELF],
}


@for_a_person
@require_safe
def latest(request: Visit, slug: str) -> HttpResponse:
    """Where publishing stands: the latest publication, else the runs."""
    programme = programme_for(request.person, slug)
    found = Publication.objects.visible_to(request.person).filter(programme=programme).last()
    if found is None:
        return redirect("desk:runs", slug=slug)
    return redirect("desk:publication-state", slug=slug, publication_id=found.pk)


@csp_update({"frame-src": [SELF]})
@for_a_person
@require_http_methods(["GET", "HEAD", "POST"])
def preview(request: Visit, slug: str, number: int) -> HttpResponse:
    """Exactly what will be sent; a POST sets it on its way."""
    run = run_for(request.person, slug, number)
    if request.method != "POST":
        return render(request, "desk/preview.html", preview_of(run, pair=request.GET.get("pair", "")))
    try:
        made = Publication.prepare(run, by=request.person)
    except Refused as refused:
        messages.warning(request, str(refused))
        return redirect("desk:publication-preview", slug=slug, number=number)
    return redirect("desk:publication-state", slug=slug, publication_id=made.pk)


@csp(IN_A_FRAME)
@xframe_options_sameorigin
@for_a_person
@require_safe
def mail(request: Visit, slug: str, number: int, pair_id: UUID, side: str) -> HttpResponse:
    """One mail as it will look, for the frame of the preview."""
    pairing = pairing_for(request.person, slug, number, pair_id)
    known = next((each for each in SIDES if each == side), None)
    if known is None:
        raise Http404
    return HttpResponse(mail_to(known, pairing=pairing).html)


@for_a_person
@require_safe
def publication(request: Visit, slug: str, publication_id: UUID) -> HttpResponse:
    """Waiting, sent or taken back."""
    found = publication_for(request.person, slug, publication_id)
    context = {"programme": found.run.programme, "publication": found, "pairs": found.run.pairings.count()}
    return render(request, "desk/publication.html", {**context, "answers": answers_to(found)})


@for_a_person
@require_POST
def withdrawal(request: Visit, slug: str, publication_id: UUID) -> HttpResponse:
    """Take it back."""
    found = publication_for(request.person, slug, publication_id)
    try:
        found.withdraw(by=request.person)
    except Refused as refused:
        messages.warning(request, str(refused))
    else:
        messages.success(request, _("Taken back. Nothing was sent."))
    return redirect("desk:publication-state", slug=slug, publication_id=publication_id)
