"""The people of one programme, for its coordinator."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from cairn.mentorships.load import load_of
from cairn.people.free_hour import hours_for
from cairn.programmes.enrolment import Enrolment
from cairn.web.desk.doors import programme_for
from cairn.web.desk.looking import Looking
from cairn.web.shell.visiting import Visit, for_a_person

PER_PAGE = 30


@for_a_person
@require_safe
def people(request: Visit, slug: str) -> HttpResponse:
    """Mentors and mentees, by name; search, side, pages."""
    programme = programme_for(request.person, slug)
    looking = Looking(request.GET)
    page = Paginator(looking.among(programme), PER_PAGE).get_page(request.GET.get("page"))
    loads = load_of(page.object_list)
    rows = [(enrolment, loads[enrolment.pk]) for enrolment in page.object_list]
    context = {"programme": programme, "page": page, "rows": rows, "form": looking, "keep": looking.keep()}
    return render(request, "desk/people.html", context)


@for_a_person
@require_safe
def person(request: Visit, slug: str, enrolment_id: UUID) -> HttpResponse:
    """One person's place in the programme: what they offer or want, and when they are free."""
    programme = programme_for(request.person, slug)
    places = Enrolment.objects.visible_to(request.person).present().select_related("person__manager")
    enrolment = get_object_or_404(places, programme=programme, pk=enrolment_id)
    context = {
        "programme": programme,
        "enrolment": enrolment,
        "formats": [each for each in programme.formats() if enrolment.takes_part_in(each.id)],
        "hours": hours_for([enrolment.person]).get(enrolment.person_id, []),
        "load": load_of([enrolment])[enrolment.pk],
    }
    return render(request, "desk/person.html", context)
