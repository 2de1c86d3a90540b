"""The door: a welcome for visitors, the right place for the signed in, and whether the house stands."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from cairn.notices.health import examine
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
def favicon(_request: HttpRequest) -> HttpResponse:
    """For whoever asks at the old address."""
    return redirect(static("img/mark.svg"))


@require_safe
@never_cache
def health(_request: HttpRequest) -> HttpResponse:
    """How the house is, a line for each check; 503 where a visitor had better not be sent here."""
    found = examine()
    unfit = any(one.vital and not one.well for one in found)
    lines = "".join(
        f"{one.name}: {one.code or 'well'}{f' ({one.count})' if one.count else ''}\n" for one in found
    )
    return HttpResponse(lines, content_type="text/plain; charset=utf-8", status=503 if unfit else 200)
