"""What a calendar program gets that asks an address with a secret in it."""

import hashlib

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import get_conditional_response, patch_cache_control
from django.views.decorators.http import require_safe

from cairn.integrations.own_feed.feed_key import FeedKey
from cairn.kernel import clock
from cairn.meetings.calendar.feed import feed_of
from cairn.notices.addressing import language_of


@require_safe
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """The document; 304 where the program has it already."""
    person = FeedKey.owner(token)
    if person is None:
        raise Http404
    with translation.override(language_of(person)), clock.shift_by(person.organisation.clock_shift):
        document = feed_of(person)
    response = HttpResponse(document, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'inline; filename="mentoring.ics"'
    response["ETag"] = etag = f'"{hashlib.sha256(document).hexdigest()[:32]}"'
    response["X-Robots-Tag"] = "noindex"
    patch_cache_control(response, private=True, max_age=300)
    return get_conditional_response(request, etag=etag, response=response) or response
