"""Which of a programme's formats one takes part in."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from cairn.kernel.strict import said
from cairn.programmes.enrolment import Enrolment
from cairn.web.shell.visiting import Visit, for_a_person


@for_a_person
@require_http_methods(["GET", "HEAD", "POST"])
def formats(request: Visit, place_id: UUID) -> HttpResponse:
    """Tick those one wants to be brought together for."""
    mine = Enrolment.objects.present().filter(person=request.person).select_related("programme__organisation")
    place = get_object_or_404(mine, pk=place_id)
    if request.method == "POST":
        return _keep(request, place)
    lines = [
        {
            "id": each.id,
            "name": each.title,
            "purpose": said(each.purpose),
            "role": each.role(place.side),
            "chosen": place.takes_part_in(each.id),
        }
        for each in place.programme.formats()
    ]
    return render(request, "me/formats.html", {"place": place, "lines": lines})


def _keep(request: Visit, place: Enrolment) -> HttpResponse:
    chosen = request.POST.getlist("format")
    if not any(each.id in chosen for each in place.programme.formats()):
        messages.warning(request, _("Choose at least one. Nothing was changed."))
        return redirect("me:formats", place_id=place.pk)
    place.choose_formats(chosen, by=request.person)
    messages.success(request, _("Saved. The next round counts on it."))
    return redirect("me:me")
