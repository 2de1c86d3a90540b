"""Letters with sample data, for whoever runs a programme."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from csp.constants import NONE, SELF, UNSAFE_INLINE
from csp.decorators import csp, csp_update
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_safe

from cairn.notices import preview as samples
from cairn.notices.kind import kinds
from cairn.notices.label import label_of
from cairn.notices.rendering import Rendered
from cairn.programmes.rules import may_found
from cairn.web.shell.visiting import Visit, for_a_person

# A mail brings its own styles; it is shown in a sandbox that runs nothing and loads nothing.
IN_A_FRAME = {
    "default-src": [NONE],
    "style-src": [UNSAFE_INLINE],
    "img-src": [SELF, "data:"],
    "frame-ancestors": [SELF],
}


def for_runners(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """For coordinators of any programme, and administrators; for others there is nothing here."""

    @for_a_person
    @wraps(view)
    def guarded(request: Visit, *args: Any, **kwargs: Any) -> HttpResponse:
        if not may_found(request.person):
            raise Http404
        return view(request, *args, **kwargs)

    return guarded


@for_runners
@require_safe
def previews(request: Visit) -> HttpResponse:
    """Every kind of letter."""
    told = [(name, label_of(name), kind.cls) for name, kind in kinds().items()]
    return render(request, "notices/previews.html", {"told": told})


@csp_update({"frame-src": [SELF]})
@for_runners
@require_safe
def preview(request: Visit, kind: str) -> HttpResponse:
    """One letter, as it looks and as plain text."""
    return render(request, "notices/preview.html", {"label": label_of(kind), "mail": _sample(kind)})


@csp(IN_A_FRAME)
@xframe_options_sameorigin
@for_runners
@require_safe
def mail(_request: Visit, kind: str) -> HttpResponse:
    """The letter itself, for the frame of its page."""
    return HttpResponse(_sample(kind).html)


def _sample(kind: str) -> Rendered:
    if kind not in samples.kinds():
        raise Http404
    return samples.rendered(kind, get_language())
