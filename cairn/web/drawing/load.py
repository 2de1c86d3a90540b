"""The load of mentors: a row of pebbles for each, one laid per mentee and one open per place left."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from cairn.web.drawing import figure
from cairn.web.drawing.pen import element

PEBBLE = 18  # pixels from one pebble to the next
MOST_DRAWN = 8


def mentor_load(rows: Iterable[Any]) -> SafeString:
    """Pebbles for rows of (name, mentees, capacity), or objects with these names."""
    loads = [_row(row) for row in rows]
    items = ((name, _pebbles(mentees, capacity), mentees, capacity) for name, mentees, capacity in loads)
    listed = format_html_join(
        "", "<li><b translate='no'>{}</b>{}<span class='numbers'>{} / {}</span></li>", items
    )
    drawing = format_html('<ul class="supply">{}</ul>', listed)
    entries = (("f-moss", _("mentee")), ("f-none k-edge", _("place left")), ("f-clay", _("over the limit")))
    heads = (_("Mentor"), _("Mentees"), _("Limit"))
    return figure.figure(drawing, key=figure.key(entries), numbers=figure.numbers(heads, loads))


def _row(row: Any) -> tuple[str, int, int]:
    name, mentees, capacity = row if isinstance(row, Sequence) else (row.name, row.mentees, row.capacity)
    return str(name), int(mentees), int(capacity)


def _pebbles(mentees: int, capacity: int) -> SafeString:
    places = min(max(mentees, capacity), MOST_DRAWN)
    pebbles = (
        element("ellipse", cx=8 + index * PEBBLE, cy=8, rx=7, ry=6, class_=_colour(index, mentees, capacity))
        for index in range(places)
    )
    wide = MOST_DRAWN * PEBBLE
    return element(
        "svg",
        *pebbles,
        viewBox=f"0 0 {wide} 16",
        preserveAspectRatio="xMinYMid",
        width=wide,
        height=16,
        aria_hidden="true",
    )


def _colour(index: int, mentees: int, capacity: int) -> str:
    if index >= mentees:
        return "f-none k-edge"
    return "f-clay" if index >= capacity else "f-moss"
