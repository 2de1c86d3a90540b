"""The pen: writes SVG elements with everything escaped."""

from collections.abc import Iterable

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language_bidi

Value = str | float


def element(name: str, *children: str | SafeString, **attributes: Value) -> SafeString:
    """`<name …>children</name>`; `class_` writes class, underscores write dashes, viewBox keeps its hump."""
    pairs = ((_spelt(key), _short(value)) for key, value in attributes.items())
    written = format_html_join("", ' {}="{}"', pairs)
    return format_html("<{}{}>{}</{}>", mark_safe(name), written, join(children), mark_safe(name))  # noqa: S308 names are ours


def join(parts: Iterable[str | SafeString]) -> SafeString:
    """Parts one after another, each escaped unless it is already safe."""
    return format_html_join("", "{}", ((part,) for part in parts))


def percent(value: float) -> str:
    """A share along the page, mirrored by whoever asks: 12.5 → "12.5%"."""
    return f"{_short(value)}%"


def start(x: float, width: float) -> str:
    """Where a box begins, in percent from the left, when `x` counts from the side where reading starts."""
    return percent(100 - x - width if get_language_bidi() else x)


def _spelt(key: str) -> str:
    return key.rstrip("_").replace("_", "-")


def _short(value: Value) -> str:
    return value if isinstance(value, str) else f"{value:.2f}".rstrip("0").rstrip(".")
