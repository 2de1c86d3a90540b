"""Today: the cards that wait for an answer first, then what is under way."""

from zoneinfo import ZoneInfo

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cairn.kernel import clock
from cairn.kernel.text import first_name_of, isolated
from cairn.people.person import Person
from cairn.programmes.programme import Programme
from cairn.web.shell.visiting import Visit, for_a_person
from cairn.web.today.ahead import ahead_of
from cairn.web.today.offer import offers_to
from cairn.web.today.together import together_with

NOON, EVENING = 12, 18


@for_a_person
@require_safe
def today(request: Visit) -> HttpResponse:
    """One next step at the top; the rest is quieter."""
    person = request.person
    offers, together = offers_to(person), together_with(person)
    asked = [offer for offer in offers if offer.answered is None]
    context = {
        "greeting": greeting(person),
        "today": clock.today(person.zone or person.organisation.zone),
        "asked": asked,
        "waiting": [offer for offer in offers if offer.answered],
        "together": together,
        # One next step at the top: a card that waits for an answer comes before it.
        "also": together if asked else together[1:],
        "ahead": ahead_of(person),
        "enrolled": bool(offers or together) or Programme.objects.taken_part_in_by(person).exists(),
    }
    return render(request, "today/today.html", context)


def greeting(person: Person) -> str:
    """By the hour where the person lives."""
    hour = clock.now().astimezone(ZoneInfo(person.zone or person.organisation.zone)).hour
    name = isolated(first_name_of(person.name))
    if hour < NOON:
        return _("Good morning, %(name)s.") % {"name": name}
    if hour < EVENING:
        return _("Good afternoon, %(name)s.") % {"name": name}
    return _("Good evening, %(name)s.") % {"name": name}
