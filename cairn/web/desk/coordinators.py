"""Who runs a programme: naming somebody by their address, and taking somebody off it."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from cairn.people.person import Person
from cairn.programmes.coordination import Coordination, LastOne
from cairn.programmes.programme import Programme
from cairn.programmes.rules import may_coordinate
from cairn.web.desk.doors import programme_for
from cairn.web.shell.visiting import Visit, for_a_person


class NewCoordinator(forms.Form):
    """Somebody of the organisation, by the address they are known by."""

    email = forms.EmailField(label=gettext_lazy("E-mail of somebody in your organisation"))

    def among(self, programme: Programme) -> Person | None:
        """Whoever has it there."""
        here = Person.objects.of(programme.organisation)
        found: Person | None = (
            here.with_email(self.cleaned_data["email"]).first() if self.is_valid() else None
        )
        return found


@for_a_person
@require_POST
def coordinators(request: Visit, slug: str) -> HttpResponse:
    """Name one more."""
    programme = programme_for(request.person, slug)
    person = NewCoordinator(request.POST).among(programme)
    if person is None:
        messages.warning(
            request,
            _("Nobody in your organisation has this address. Bring them in first, or check the spelling."),
        )
    else:
        Coordination.begin(programme, person, by=request.person)
        messages.success(request, _("%(name)s runs the programme too.") % {"name": person.name})
    return redirect("desk:settings", slug=slug)


@for_a_person
@require_POST
def removal(request: Visit, slug: str, coordination_id: UUID) -> HttpResponse:
    """Take one off; the last one stays."""
    programme = programme_for(request.person, slug)
    chosen = get_object_or_404(
        Coordination.objects.select_related("person", "programme"), programme=programme, pk=coordination_id
    )
    try:
        chosen.end(by=request.person)
    except LastOne:
        messages.warning(request, _("Somebody has to run the programme. Name another coordinator first."))
    else:
        messages.success(request, _("%(name)s runs it no longer.") % {"name": chosen.person.name})
    stays = may_coordinate(request.person, programme)
    return redirect("desk:settings", slug=slug) if stays else redirect("desk:programmes")
