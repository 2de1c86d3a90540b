"""The programmes a coordinator looks after."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cairn.programmes.programme import Programme
from cairn.web.shell.visiting import Visit, for_a_person


@for_a_person
@require_safe
def programmes(request: Visit) -> HttpResponse:
    """Each with how many take part."""
    found = Programme.objects.visible_to(request.person).with_counts()
    return render(request, "desk/programmes.html", {"programmes": found})
