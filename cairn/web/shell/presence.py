"""Who is here: the account's person, in whose zone and on whose organisation's clock the page is made."""

from collections.abc import Callable
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone, translation

from cairn.kernel import clock
from cairn.people.linking import link
from cairn.people.person import Person
from cairn.people.signing_in import known_person
from cairn.programmes.standing import Standing

Answer = Callable[[HttpRequest], HttpResponse]


class PresenceMiddleware:
    """Sets `request.person` (None for a visitor; else `request.standing` too), the page's zone and language,
    and a demo's moved clock.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """One query for whoever is signed in, none for a visitor; three for whom nobody has invited yet."""
        person = person_of(request)
        # What Django calls a request has neither; `Visit` names both for the pages.
        request.person = person  # type: ignore[attr-defined]
        if person is None:
            return self.get_response(request)
        request.standing = Standing(person)  # type: ignore[attr-defined]  # as above
        zone, language = _zone(person), _language(request)
        with (
            timezone.override(zone),
            translation.override(language),
            clock.shift_by(person.organisation.clock_shift),
        ):
            return self.get_response(request)


def person_of(request: HttpRequest) -> Person | None:
    """The person of the signed-in account; the organisation it joined first, where it is in several.

    Whoever was brought in while they were signed in already is linked now, and need not sign in again.
    """
    if not request.user.is_authenticated:
        return None
    known = known_person(request.user)
    if known is not None or not link(request.user):
        return known
    people = Person.objects.of_account(request.user).select_related("organisation").order_by("id")
    found: Person | None = people.first()
    return found


def _language(request: HttpRequest) -> str:
    """What this browser chose, else what the account chose elsewhere, else what the browser asks for."""
    chosen = "" if settings.LANGUAGE_COOKIE_NAME in request.COOKIES else getattr(request.user, "language", "")
    return chosen if chosen in dict(settings.LANGUAGES) else translation.get_language()


def _zone(person: Person) -> ZoneInfo:
    for name in (person.zone, person.organisation.zone):
        try:
            return ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError):
            continue
    return ZoneInfo("UTC")
