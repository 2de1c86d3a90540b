"""Me, calendar: the address of one's meetings, and the calendars we look into."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from cairn.integrations.busy_ics.source import BusySource, sentence_of
from cairn.integrations.own_feed.feed_key import FeedKey
from cairn.web.calendar.source_form import SourceForm
from cairn.web.shell.visiting import Visit, for_a_person


@for_a_person
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: Visit) -> HttpResponse:
    """What stands, and adding a calendar."""
    form = SourceForm(request.POST or None, person=request.person)
    if request.method == "POST" and form.is_valid():
        messages.success(request, _("Added. We look into it within a minute."))
        return redirect("calendar:page")
    return _shown(request, form)


@never_cache
@for_a_person
@require_POST
def address(request: Visit) -> HttpResponse:
    """A new address, shown this once; the one before is void."""
    secret = FeedKey.renew(request.person)
    return _shown(
        request,
        SourceForm(person=request.person),
        address=settings.BASE_URL + reverse("calendar:feed", args=[secret]),
    )


@for_a_person
@require_POST
def address_removal(request: Visit) -> HttpResponse:
    """Nobody reads one's meetings from outside any more."""
    FeedKey.objects.visible_to(request.person).delete()
    messages.success(request, _("Done. The old address opens nothing any more."))
    return redirect("calendar:page")


@for_a_person
@require_POST
def source_removal(request: Visit, source_id: UUID) -> HttpResponse:
    """Look into this one no more."""
    get_object_or_404(BusySource.objects.visible_to(request.person), pk=source_id).remove()
    messages.success(request, _("Removed, and what we knew from it is forgotten."))
    return redirect("calendar:page")


def _shown(request: Visit, form: SourceForm, *, address: str = "") -> HttpResponse:
    person = request.person
    sources = [
        (source, sentence_of(source.fault) if source.fault else "")
        for source in BusySource.objects.visible_to(person)
    ]
    values = {
        "form": form,
        "address": address,
        "subscribe": "webcal" + address[address.find("://") :] if address else "",
        "key": FeedKey.objects.visible_to(person).first(),
        "sources": sources,
        "zone": person.zone or person.organisation.zone,
    }
    return render(request, "calendar/page.html", values)
