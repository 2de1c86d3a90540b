"""Pages for somebody: signed in, and a person of an organisation."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from cairn.people.person import Person
from cairn.programmes.standing import Standing


class Visit(HttpRequest):
    """A request whose person is known; `for_a_person` promises it."""

    person: Person
    standing: Standing


def for_a_person(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Send visitors to sign in; tell an account that is nobody here yet, kindly, what to wait for."""

    @login_required
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if getattr(request, "person", None):
            return view(request, *args, **kwargs)
        if request.method not in {"GET", "HEAD"}:
            raise Http404
        return render(request, "shell/nobody.html")

    return guarded
