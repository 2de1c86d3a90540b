"""Handing out a file to who may read its message: as an attachment, never as a page of ours."""

from __future__ import annotations

import re
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from cairn.conversations.attachment import Attachment
from cairn.vault.storedfile import FileGone
from cairn.web.shell.visiting import Visit, for_a_person

_RANGE = re.compile(r"bytes=(\d{1,12})-(\d{0,12})")


@for_a_person
@require_safe
def attachment(request: Visit, attachment_id: UUID) -> HttpResponse:
    """The file; a part of it where a player asks for one."""
    found: Attachment = get_object_or_404(
        Attachment.objects.visible_to(request.person).select_related("file"), pk=attachment_id
    )
    try:
        content = found.file.read()
    except FileGone:
        raise Http404 from None
    response = _part(content, request.headers.get("Range", "")) or HttpResponse(content)
    response["Content-Type"] = found.file.content_type
    response["Content-Disposition"] = content_disposition_header(True, found.file.name) or "attachment"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Cache-Control"] = "private, max-age=3600"
    response["Accept-Ranges"] = "bytes"
    return response


def _part(content: bytes, wanted: str) -> HttpResponse | None:
    """One range as RFC 9110 has it; None for what is no range of this file."""
    asked = _RANGE.fullmatch(wanted)
    if not asked:
        return None
    first = int(asked[1])
    last = min(int(asked[2] or len(content) - 1), len(content) - 1)
    if first > last:
        return None
    headers = {"Content-Range": f"bytes {first}-{last}/{len(content)}"}
    return HttpResponse(content[first : last + 1], status=206, headers=headers)
