"""Two runs side by side."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cairn.matching.comparing import compare_runs
from cairn.matching.run import Run
from cairn.web.desk.beside import beside
from cairn.web.desk.doors import programme_for
from cairn.web.desk.pairing_up import two_of
from cairn.web.shell.visiting import Visit, for_a_person

PER_PAGE = 50


@for_a_person
@require_safe
def comparison(request: Visit, slug: str) -> HttpResponse:
    """Who changed and what it costs; the two newest unless others are named."""
    programme = programme_for(request.person, slug)
    runs = list(
        Run.objects.visible_to(request.person)
        .filter(programme=programme)
        .select_related("programme", "snapshot")
    )
    context = {"programme": programme, "runs": runs[::-1]}
    if len(runs) > 1:
        one, other = two_of(runs, request.GET)
        found = compare_runs(one, other)
        page = Paginator(found.changed, PER_PAGE).get_page(request.GET.get("page"))
        context |= {"one": one, "other": other, "page": page, "keep": f"a={one.number}&b={other.number}&"}
        context |= beside(found, programme=programme)
    return render(request, "desk/comparison.html", context)
