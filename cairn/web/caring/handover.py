"""Handing a programme over: somebody else runs it from now on, in one act, so that it is never alone."""

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from cairn.people.person import Person
from cairn.programmes.coordination import Coordination
from cairn.programmes.programme import Programme
from cairn.programmes.rules import may_coordinate
from cairn.web.caring.doors import programme_for
from cairn.web.shell.visiting import Visit, for_a_person


class Successor(forms.Form):
    """Somebody of the organisation, by the address they are known by, and whether one stays beside them."""

    email = forms.EmailField(label=gettext_lazy("E-mail of who takes over"))
    stay = forms.BooleanField(
        required=False,
        label=gettext_lazy("I stay beside them"),
        help_text=gettext_lazy("Two see more than one."),
    )

    def among(self, programme: Programme) -> Person | None:
        """Whoever has it there."""
        here = Person.objects.of(programme.organisation)
        found: Person | None = here.with_email(self.cleaned_data["email"]).first()
        return found


@for_a_person
@require_http_methods(["GET", "HEAD", "POST"])
def handover(request: Visit, slug: str) -> HttpResponse:
    """Name the next one; the open cases, the rules and the runs go along as they are."""
    programme = programme_for(request.person, slug)
    form = Successor(request.POST or None)
    if request.method == "POST" and form.is_valid():
        person = form.among(programme)
        if person is None or person == request.person:
            form.add_error("email", _("Nobody else in your organisation has this address."))
        else:
            hand_over(programme, person, by=request.person, stay=form.cleaned_data["stay"])
            messages.success(request, _("%(name)s runs the programme now.") % {"name": person.name})
            stays = may_coordinate(request.person, programme)
            return redirect("desk:settings", slug=slug) if stays else redirect("desk:programmes")
    context = {"programme": programme, "form": form}
    return render(request, "caring/handover.html", context, status=400 if form.errors else 200)


@transaction.atomic
def hand_over(programme: Programme, to: Person, *, by: Person, stay: bool) -> None:
    """First the new one, then the old one: somebody always runs it."""
    Coordination.begin(programme, to, by=by)
    mine = Coordination.objects.filter(programme=programme, person=by).select_related("programme").first()
    if mine is not None and not stay:
        mine.end(by=by)
