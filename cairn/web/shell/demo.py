"""The demo's door: one click and you are one of five people. It exists only where DEMO is on."""

from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from cairn.kernel.text import first_name_of
from cairn.people.person import Person


@dataclass(frozen=True)
class Part:
    """One of the cast, and why one would want to be them."""

    who: str
    role: str | Promise
    story: str | Promise
    icon: str


CAST = (
    Part("chen", _("Coordinator"), _("Brings people, tries matches out, publishes them."), "waypoints"),
    Part("amina", _("Mentee"), _("Wants one good conversation soon."), "sprout"),
    Part("bruno", _("Mentor"), _("Wants to help without drowning."), "handshake"),
    Part("dara", _("Stranger"), _("Has an account and is in no programme."), "user-round"),
    Part("ada", _("Administrator"), _("Reaches every programme of the organisation."), "key-round"),
)


@require_safe
def demo(request: HttpRequest) -> HttpResponse:
    """The five, each with one button."""
    _only_in_a_demo()
    cast = [(part, person, first_name_of(person.name)) for part in CAST if (person := _person(part.who))]
    return render(request, "shell/demo.html", {"cast": cast})


@require_POST
def session(request: HttpRequest, who: str) -> HttpResponse:
    """Sign in as one of them."""
    _only_in_a_demo()
    person = _person(who) if who in {part.who for part in CAST} else None
    if person is None:
        raise Http404
    login(request, person.account)
    return redirect("shell:home")


def _only_in_a_demo() -> None:
    if not settings.DEMO:
        raise Http404


def _person(who: str) -> Person | None:
    cast = Person.objects.filter(organisation__is_demo=True, account__isnull=False, email__istartswith=who)
    found: Person | None = cast.select_related("account", "organisation").order_by("id").first()
    return found
