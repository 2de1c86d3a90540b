"""The door: a welcome for visitors, the right place for whoever is signed in, and whether the house stands."""

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from cairn.web.shell import navigation


@require_safe
@never_cache
def home(request: HttpRequest) -> HttpResponse:
    """`/`: on to where one begins; the demo's page in a demo; else the welcome."""
    person = getattr(request, "person", None)
    if person:
        return redirect(navigation.landing_for(person))
    if request.user.is_authenticated:
        return redirect("today:today")
    if settings.DEMO:
        return redirect("shell:demo")
    return render(request, "shell/welcome.html")


@require_safe
@never_cache
def health(_request: HttpRequest) -> HttpResponse:
    """Whether pages can be made: the database answers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok\n", content_type="text/plain")
