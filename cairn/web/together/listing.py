"""All of one's mentorships, and everybody around oneself."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cairn.mentorships.constellation import constellation_of
from cairn.mentorships.journey import journeys_of
from cairn.web.shell.bonds import bonds_of
from cairn.web.shell.visiting import Visit, for_a_person


@for_a_person
@require_safe
def together(request: Visit) -> HttpResponse:
    """Living ones first, then those that have ended."""
    bonds = bonds_of(request.person)
    journeys = journeys_of([bond.mentorship for bond in bonds])
    context = {
        "living": [(bond, journeys[bond.id]) for bond in bonds if bond.living],
        "ended": [bond for bond in bonds if not bond.living],
        "constellation": constellation_of(request.person),
    }
    return render(request, "together/together.html", context)
