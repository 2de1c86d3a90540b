"""The list of mentors."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cairn.matching.directory import page_of_mentors
from cairn.web.directory.search import Search
from cairn.web.shell.visiting import Visit, for_a_person

LONGEST_NUMBER = 9


@for_a_person
@require_safe
def mentors(request: Visit) -> HttpResponse:
    """Search, filter, page; what cannot be read as a search shows everybody."""
    search = Search(request.GET)
    page = page_of_mentors(request.standing, wish=search.wish(), number=_number(request))
    context = {"page": page, "form": search, "keep": search.keep()}
    return render(request, "directory/mentors.html", context)


def _number(request: HttpRequest) -> int:
    said = request.GET.get("page", "")
    return max(1, int(said)) if said.isdecimal() and len(said) < LONGEST_NUMBER else 1
