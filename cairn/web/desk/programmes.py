"""The programmes a coordinator looks after, and starting another."""

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from cairn.programmes.founding import found
from cairn.programmes.programme import Programme
from cairn.programmes.rules import may_found
from cairn.web.shell.visiting import Visit, for_a_person


class NewProgramme(forms.Form):
    """A name is all it needs; the rest follows from the people who come."""

    name = forms.CharField(max_length=200, label=_("Name"))


@for_a_person
@require_safe
def programmes(request: Visit) -> HttpResponse:
    """Each with how many take part."""
    return _shown(request, form=NewProgramme())


@for_a_person
@require_POST
def founding(request: Visit) -> HttpResponse:
    """Start one; whoever starts it coordinates it."""
    if not may_found(request.person):
        raise Http404
    form = NewProgramme(request.POST)
    if not form.is_valid():
        return _shown(request, form=form, status=400)
    programme = found(name=form.cleaned_data["name"], by=request.person)
    return redirect("desk:todo", slug=programme.slug)


def _shown(request: Visit, *, form: NewProgramme, status: int = 200) -> HttpResponse:
    mine = Programme.objects.visible_to(request.person).with_counts()
    context = {"programmes": mine, "form": form if may_found(request.person) else None}
    return render(request, "desk/programmes.html", context, status=status)
