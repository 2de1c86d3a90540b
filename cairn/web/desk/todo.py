"""To do: the decisions that wait for a coordinator, most urgent first."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cairn.kernel import clock
from cairn.web.desk.decisions import decisions_in
from cairn.web.desk.doors import programme_for
from cairn.web.shell.visiting import Visit, for_a_person


@for_a_person
@require_safe
def todo(request: Visit, slug: str) -> HttpResponse:
    """A list of decisions, and the cohort in figures beside it."""
    programme = programme_for(request.person, slug)
    found = decisions_in(programme, person=request.person)
    today = clock.today(request.person.zone or programme.organisation.zone)
    return render(request, "desk/todo.html", {"programme": programme, "today": today, **found})
