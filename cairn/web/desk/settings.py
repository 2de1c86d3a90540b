"""What a programme is called and for, who coordinates it, and every version of its rules."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from cairn.programmes.coordination import Coordination
from cairn.programmes.programme import ProgrammeSettings
from cairn.web.desk.coordinators import NewCoordinator
from cairn.web.desk.doors import programme_for
from cairn.web.desk.formats import format_lines
from cairn.web.desk.words import ProgrammeWords
from cairn.web.shell.visiting import Visit, for_a_person

SHOWN_VERSIONS = 20


@for_a_person
@require_http_methods(["GET", "HEAD", "POST"])
def settings(request: Visit, slug: str) -> HttpResponse:
    """Change name and purpose; see the rest."""
    programme = programme_for(request.person, slug)
    form = ProgrammeWords(
        request.POST or None, initial={"name": programme.name, "purpose": programme.purpose}
    )
    if request.method == "POST" and form.is_valid():
        programme.describe(**form.cleaned_data, by=request.person)
        messages.success(request, _("Saved."))
        return redirect("desk:settings", slug=slug)
    coordinations = Coordination.objects.visible_to(request.person).filter(programme=programme)
    versions = ProgrammeSettings.objects.visible_to(request.person).filter(programme=programme)
    context = {
        "programme": programme,
        "form": form,
        "formats": format_lines(programme),
        "naming": NewCoordinator(),
        "coordinations": coordinations.select_related("person").order_by("since"),
        "versions": versions.select_related("by").order_by("-version")[:SHOWN_VERSIONS],
    }
    return render(request, "desk/settings.html", context, status=400 if form.errors else 200)
