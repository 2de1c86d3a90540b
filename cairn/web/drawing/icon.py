"""Icons of Lucide (ISC), read from the fetched package and drawn into the page, to take its colours."""

import re
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

# A plain stone: a page whose icons have not been fetched still stands.
PEBBLE = '<path d="M4 14c0-5 4-8 9-8 4 0 7 3 7 7s-3 6-8 6c-4 0-8-1-8-5z"/>'


def icon(name: str, *, label: str = "") -> SafeString:
    """The icon; decoration unless it carries a label of its own."""
    return _drawn(name, str(label))


@lru_cache(maxsize=1024)
def _drawn(name: str, label: str) -> SafeString:
    naming = format_html('role="img" aria-label="{}"', label) if label else mark_safe('aria-hidden="true"')
    way = " icon--way" if name.endswith(("-left", "-right")) else ""
    return format_html(
        '<svg class="icon{}" viewBox="0 0 24 24" width="20" height="20" fill="none" stroke="currentColor" '
        'stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round" {}>{}</svg>',
        way,
        naming,
        _strokes(name),
    )


def _strokes(name: str) -> SafeString:
    """What stands inside the file's <svg>."""
    file = Path(settings.BASE_DIR) / "node_modules" / "lucide-static" / "icons" / f"{name}.svg"
    if not re.fullmatch(r"[a-z0-9-]+", name):
        msg = f"{name!r} is not the name of an icon."
        raise ValueError(msg)
    written = file.read_text(encoding="utf-8") if file.is_file() else f"<svg>{PEBBLE}</svg>"
    inside = written[written.index(">", written.index("<svg")) + 1 : written.rindex("</svg>")]
    return mark_safe(re.sub(r"\s*\n\s*", "", inside))  # noqa: S308 a file of the locked package
