"""A mail server hands us a mail as it came; what it must show is a secret of ours."""

from __future__ import annotations

import base64
import binascii
import hmac
import logging

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from cairn.integrations.inbound_mail.arrived import MOST_BYTES
from cairn.integrations.inbound_mail.taking import Taken, take

log = logging.getLogger(__name__)


@csrf_exempt
@require_POST
def mail(request: HttpRequest) -> HttpResponse:
    """200 and one line for every mail that arrived whole: sending it again would help nobody."""
    if not _is_ours(request.headers.get("Authorization", "")):
        return _line("forbidden", "Show INBOUND_SECRET as a bearer token.", status=403)
    taken = Taken("mail_too_big") if _is_too_big(request) else take(request.body)
    log.info("a mail by webhook: %s", taken.code)
    return _line(taken.code, taken.line, status=413 if taken.code == "mail_too_big" else 200)


def _is_too_big(request: HttpRequest) -> bool:
    """Whether it says so itself; what says nothing is not read further than the house reads any body."""
    length = request.headers.get("Content-Length", "")
    try:
        return int(length or 0) > MOST_BYTES or len(request.body) > MOST_BYTES
    except (RequestDataTooBig, ValueError):
        return True


def _is_ours(shown: str) -> bool:
    """Bearer, or Basic with the secret as password; compared in constant time. Never without a secret."""
    scheme, _, value = shown.partition(" ")
    if scheme.lower() == "basic":
        try:
            value = base64.b64decode(value, validate=True).decode("utf-8", "replace").partition(":")[2]
        except (binascii.Error, ValueError):
            value = ""
    ours = settings.INBOUND_SECRET
    same = hmac.compare_digest(value.strip().encode(), ours.encode())
    return bool(ours) and scheme.lower() in {"bearer", "basic"} and same


def _line(code: str, sentence: str, *, status: int) -> HttpResponse:
    return HttpResponse(f"{code}: {sentence}\n", status=status, content_type="text/plain; charset=utf-8")
