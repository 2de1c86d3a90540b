"""When the database is away: a page that says so, at once, instead of a trace."""

import logging
import sys
from collections.abc import Callable

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.views.defaults import server_error

log = logging.getLogger(__name__)


class OutageMiddleware:
    """Answers 503 where a page, or what surrounds it, could not reach the database. Stands first of ours."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The page, or the apology."""
        try:
            return self.get_response(request)
        except (OperationalError, InterfaceError):
            return _sorry()

    def process_exception(self, _request: HttpRequest, fault: Exception) -> HttpResponse | None:
        """The same for a fault inside a view, which Django would otherwise turn into a 500."""
        return _sorry() if isinstance(fault, OperationalError | InterfaceError) else None


def broken(request: HttpRequest) -> HttpResponse:
    """What Django asks for when a page or a middleware broke: the database gets its own apology here too."""
    if isinstance(sys.exception(), OperationalError | InterfaceError):
        return _sorry()
    return server_error(request)


def _sorry() -> HttpResponse:
    log.error("The database did not answer.")
    return HttpResponse(render_to_string("503.html"), status=503, headers={"Retry-After": "10"})
