"""The one style sheet: the files of static/css joined in the order of their layers.

There is no build step, and forty small files would be forty requests; so they are joined in memory when first
asked for, named by their fingerprint, and kept by the browser for ever. While DEBUG is on, a change shows
at once.
"""

import gzip
import re
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

FOLDER = Path(__file__).resolve().parents[1] / "static" / "css"
LAYERS = "@layer reset, tokens, base, layout, components, areas, utilities;"
FIRST = ("fonts", "reset", "tokens", "base", "layout")
LAST = ("utilities", "print")
YEAR = 365 * 24 * 60 * 60


@dataclass(frozen=True)
class Sheet:
    """The joined text, packed, and the fingerprint it is served under."""

    name: str
    plain: bytes
    packed: bytes


def style_sheet() -> SafeString:
    """The link in the head of every page, and the letters it will ask for first."""
    return format_html(
        '<link rel="stylesheet" href="{}">', reverse("shell:style_sheet", args=[current().name])
    )


def current() -> Sheet:
    """The sheet as the files stand now; read once, unless DEBUG is on."""
    return _joined(max(file.stat().st_mtime_ns for file in _files()) if settings.DEBUG else 0)


def show(request: HttpRequest, name: str) -> HttpResponse:
    """The sheet itself; only its present fingerprint is known."""
    sheet = current()
    if name != sheet.name:
        raise Http404
    packs = "gzip" in request.headers.get("Accept-Encoding", "")
    response = HttpResponse(sheet.packed if packs else sheet.plain, content_type="text/css; charset=utf-8")
    if packs:
        response["Content-Encoding"] = "gzip"
    response["Vary"] = "Accept-Encoding"
    response["Cache-Control"] = f"public, max-age={YEAR}, immutable"
    return response


@cache
def _joined(_changed: int) -> Sheet:
    text = "\n".join([LAYERS, *(_lean(file.read_text(encoding="utf-8")) for file in _files())]).encode()
    return Sheet(blake2b(text, digest_size=8).hexdigest(), text, gzip.compress(text, 9, mtime=0))


def _files() -> list[Path]:
    parts = [*sorted((FOLDER / "components").glob("*.css")), *sorted((FOLDER / "areas").glob("*.css"))]
    return [*(FOLDER / f"{name}.css" for name in FIRST), *parts, *(FOLDER / f"{name}.css" for name in LAST)]


def _lean(text: str) -> str:
    """Without comments and indents; addresses of letters become their fingerprinted ones."""
    bare = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    bare = re.sub(r'url\("\.\./(vendor/[^"]+)"\)', lambda found: f'url("{static(found[1])}")', bare)
    return re.sub(r"\n\s*", "\n", bare).strip()
