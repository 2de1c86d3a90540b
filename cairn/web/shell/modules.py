"""Where our modules are: the import map gives every `#js/…` name its fingerprinted address."""

import json
from functools import cache
from pathlib import Path

from django.conf import settings
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

FOLDER = Path(__file__).resolve().parents[1] / "static" / "js"
HTMX = "vendor/htmx.org/dist/htmx.esm.min.js"
# Inside a script element only "<" could end it; JSON may write it as an escape.
ESCAPES = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}


def import_map(*, nonce: str) -> SafeString:
    """The map, carrying the page's nonce: the only inline script a page may hold."""
    written = mark_safe(_map(_changed()))  # noqa: S308 JSON with its angle brackets escaped
    return format_html('<script type="importmap" nonce="{}">{}</script>', nonce, written)


def vendor(path: str) -> str:
    """The address of a third-party file: `vendor "htmx.org/dist/htmx.min.js"`."""
    return static(f"vendor/{path}")


@cache
def _map(_changed: int) -> str:
    ours = {f"#js/{name}": static(f"js/{name}") for name in _names()}
    return json.dumps({"imports": {**ours, "#htmx": static(HTMX)}}).translate(ESCAPES)


def _names() -> list[str]:
    return sorted(file.relative_to(FOLDER).as_posix() for file in FOLDER.rglob("*.js"))


def _changed() -> int:
    return hash(tuple(_names())) if settings.DEBUG else 0
