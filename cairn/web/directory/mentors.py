"""The list of mentors."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cairn.matching.directory import mentors_for, offers_of
from cairn.web.directory.search import Search
from cairn.web.shell.visiting import Visit, for_a_person

PER_PAGE = 24


@for_a_person
@require_safe
def mentors(request: Visit) -> HttpResponse:
    """Search, filter, page; what cannot be read as a search shows everybody."""
    search = Search(request.GET)
    page = Paginator(mentors_for(request.person, wish=search.wish()), PER_PAGE).get_page(
        request.GET.get("page")
    )
    page.object_list = list(page.object_list)
    offers = offers_of(page.object_list)
    shown = [(mentor, offers.get(mentor.pk, ())) for mentor in page.object_list]
    context = {"page": page, "mentors": shown, "form": search, "keep": search.keep()}
    return render(request, "directory/mentors.html", context)
