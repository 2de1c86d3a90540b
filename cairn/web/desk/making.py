"""Making a run: small cohorts at once, large ones as a job whose page may be left."""

from uuid import UUID

from django.contrib import messages
from django.db.models import Count, Exists, OuterRef
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from cairn.matching.making import Making
from cairn.matching.publication import SENT, Publication
from cairn.matching.run import Run
from cairn.web.desk.doors import programme_for
from cairn.web.desk.trial import trial_of
from cairn.web.shell.visiting import Visit, for_a_person


@for_a_person
@require_http_methods(["GET", "HEAD", "POST"])
def runs(request: Visit, slug: str) -> HttpResponse:
    """Every run; a POST keeps what the Lab shows as the next one."""
    programme = programme_for(request.person, slug)
    if request.method == "POST":
        asked = Making.ask(programme, by=request.person, book=trial_of(programme, request.POST).book)
        return redirect("desk:making", slug=slug, making_id=asked.pk)
    sent = Publication.objects.filter(run=OuterRef("pk"), state=SENT)
    found = Run.objects.visible_to(request.person).filter(programme=programme).select_related("by")
    found = found.annotate(pairs=Count("pairings"), was_sent=Exists(sent)).order_by("-number")
    context = {"programme": programme, "runs": found, "blended": len(programme.formats()) > 1}
    return render(request, "desk/runs.html", context)


@for_a_person
@require_safe
def making(request: Visit, slug: str, making_id: UUID) -> HttpResponse:
    """How far it is; on to the review when it is done, back to the Lab when it failed."""
    programme = programme_for(request.person, slug)
    asked = get_object_or_404(Making.objects.visible_to(request.person), programme=programme, pk=making_id)
    watched = request.headers.get("HX-Request")
    if asked.run and not watched:
        return redirect("desk:review", slug=slug, number=asked.run.number)
    if asked.is_over and not watched:
        messages.error(request, asked.fault_sentence())
        return redirect("desk:lab", slug=slug)
    return render(request, "desk/making.html", {"programme": programme, "making": asked})
