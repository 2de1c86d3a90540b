"""Where one can go from here: the places of a participant, and those of a programme for its coordinators."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.template import Context
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from cairn.people.person import Person
from cairn.programmes.programme import Programme
from cairn.programmes.standing import Standing


@dataclass(frozen=True)
class Place:
    """An entry of the navigation; `here` is the value of aria-current, or empty."""

    name: str
    icon: str
    address: str
    here: str = ""


def frame_of(context: Context) -> dict[str, Any]:
    """What the rail, the bar above a phone's page and their menu are made of; made once for a page."""
    request: Any = context["request"]
    if not hasattr(request, "frame"):
        request.frame = _frame(request, context)
    frame: dict[str, Any] = request.frame
    return frame


def _frame(request: HttpRequest, context: Context) -> dict[str, Any]:
    person: Person | None = getattr(request, "person", None)
    programme = context.get("programme") if _inside_a_programme(request) else None
    standing: Standing | None = getattr(request, "standing", None)
    coordinates = standing is not None and bool(standing.looks_after)
    return {
        "home": reverse("shell:home"),
        "visitor": person,
        "signed_in": request.user.is_authenticated,
        "programme": programme,
        "places": places_of(request, programme) if person else [],
        "hats": _hats(request) if coordinates else [],
        "path": request.get_full_path(),
        "languages": settings.LANGUAGES,
        "language": get_language(),
        "theme": request.COOKIES.get("theme", "auto"),
        "themes": [("auto", _("Auto")), ("light", _("Light")), ("dark", _("Dark"))],
        "csrf_token": context.get("csrf_token"),
    }


def places_of(request: HttpRequest, programme: Programme | None) -> list[Place]:
    """Five at most, so that they fit under a thumb; a coordinator's programmes are reached by their hat."""
    if programme:
        return _of_programme(request, programme)
    return [
        _place(request, _("Today"), "sun", "today:today"),
        _place(request, _("People"), "users-round", "directory:mentors"),
        _place(request, _("Together"), "handshake", "together:together", also=("",)),
        _place(request, _("Talk"), "messages-square", "talk:threads", also=("",)),
        _place(request, _("Me"), "user-round", "me:me"),
    ]


def who_sees_what() -> str:
    """The page that says who sees what."""
    return reverse("help:who_sees_what")


def landing_for(person: Person) -> str:
    """Where somebody begins: on Today, or at the programme they look after and take no part in."""
    coordinated = list(Programme.objects.visible_to(person)[:2])
    if not coordinated or Programme.objects.taken_part_in_by(person).exists():
        return reverse("today:today")
    if len(coordinated) == 1:
        return reverse("desk:todo", args=[coordinated[0].slug])
    return reverse("desk:programmes")


def _of_programme(request: HttpRequest, programme: Programme) -> list[Place]:
    slug = programme.slug
    return [
        _place(request, _("To do"), "list-checks", "desk:todo", slug),
        _place(request, _("People"), "users-round", "desk:people", slug, also=("person", "intake", "upload")),
        _place(request, _("Match"), "waypoints", "desk:lab", slug, also=("lab", "run", *REVIEWING)),
        _place(request, _("Journeys"), "route", "caring:journeys", slug, also=("rescue",)),
        _place(request, _("Settings"), "settings-2", "desk:settings", slug),
    ]


REVIEWING = ("review", "pair", "comparison", "publication", "withdrawal", "mail")


def _hats(request: HttpRequest) -> list[Place]:
    return [
        _place(request, _("My own mentoring"), "sun", "today:today"),
        _place(request, _("Programmes I look after"), "signpost", "desk:programmes"),
    ]


def _place(
    request: HttpRequest, name: str, icon: str, route: str, *args: str, also: tuple[str, ...] = ()
) -> Place:
    address = reverse(route, args=args)
    match = request.resolver_match
    if request.path == address:
        return Place(name, icon, address, "page")
    below = (
        match is not None
        and match.namespace == route.split(":", maxsplit=1)[0]
        and (match.url_name or "").startswith(also or ("\0",))
    )
    return Place(name, icon, address, "true" if below else "")


def _inside_a_programme(request: HttpRequest) -> bool:
    match = request.resolver_match
    return match is not None and match.namespace in {"desk", "caring"} and "slug" in match.kwargs
