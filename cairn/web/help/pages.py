"""The two pages of help. Both open without signing in: whoever needs them may have lost their way."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cairn.people.person import Person
from cairn.people.rules import may_safeguard
from cairn.programmes.coordination import Coordination
from cairn.programmes.programme import Programme
from cairn.web.help.sight import ROWS, VIEWERS


@require_safe
def help_page(request: HttpRequest) -> HttpResponse:
    """Whom to turn to, and how to leave quickly."""
    person = getattr(request, "person", None)
    people = _coordinators_of(person) if person else []
    context = {
        "coordinators": people,
        "house_mail": settings.DEFAULT_FROM_EMAIL,
        "reads_reports": person is not None and may_safeguard(person),
    }
    return render(request, "help/help.html", context)


@require_safe
def who_sees_what(request: HttpRequest) -> HttpResponse:
    """The table of trust, in words."""
    return render(request, "help/who_sees_what.html", {"rows": ROWS, "viewers": VIEWERS})


def _coordinators_of(person: Person) -> list[Person]:
    """The people who run the programmes this person takes part in, each once."""
    mine = Programme.objects.taken_part_in_by(person)
    found = (
        Coordination.objects.filter(programme__in=mine)
        .select_related("person")
        .order_by("person__name", "id")
    )
    return list({row.person_id: row.person for row in found}.values())
