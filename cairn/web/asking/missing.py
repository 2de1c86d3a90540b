"""What was asked for and is missing, for coordinators: topics and counts, nobody's name."""

from __future__ import annotations

from datetime import timedelta

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from cairn.kernel import clock
from cairn.programmes.programme import Programme
from cairn.stories.flash import Flash
from cairn.stories.unmet_topic import FEWEST, missing_in
from cairn.web.shell.visiting import Visit, for_a_person

LOOK_BACK = timedelta(days=90)


@for_a_person
@require_safe
def missing(request: Visit, slug: str) -> HttpResponse:
    """Of the last three months, most wanted first."""
    programme = get_object_or_404(Programme.objects.visible_to(request.person), slug=slug)
    since = (clock.today() - LOOK_BACK).replace(day=1)
    context = {
        "programme": programme,
        "rows": missing_in(programme, since=since),
        "since": since,
        "fewest": FEWEST,
        "asked": Flash.objects.filter(programme=programme, asked_at__date__gte=since).count(),
    }
    return render(request, "asking/missing.html", context)
