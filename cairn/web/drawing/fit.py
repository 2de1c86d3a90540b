"""The fit of a match as a cairn: a stone for each thing that matters, wide as it weighs, full as it fits.

The heaviest lies at the bottom. What is missing shows as the empty part of a stone. No percentage is written:
the words are "strong", "good" and "little", and the numbers stand in the table for whoever wants them.
"""

from collections.abc import Mapping
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import get_language_bidi, pgettext
from django.utils.translation import gettext as _

from cairn.web.drawing import figure
from cairn.web.drawing.pen import element, percent, start

STONE = 30  # pixels
STRONG, GOOD = 0.67, 0.34
OUTLINES = (
    "M0 21C-1 7 18 1 50 1c32 0 50 6 50 20 0 13-18 18-50 18S1 34 0 21z",
    "M0 20C0 6 20 2 48 1c33-1 51 7 52 19 0 14-20 19-52 19S1 33 0 20z",
    "M0 22C0 8 22 2 52 2c30 0 48 5 48 18 0 15-16 19-50 19C17 39 0 35 0 22z",
)
COLOURS = ("f-3", "f-2", "f-4", "f-5", "f-6", "f-8", "f-7", "f-1")
Part = tuple[str, float, float]


def fit(card: Any) -> SafeString:
    """The picture of a pair. `card` lists (label, how well 0 to 1, weight), or carries it as `parts`."""
    parts = sorted(_parts(card), key=lambda part: (part[2], part[0]))
    heaviest = max((weight for _label, _value, weight in parts), default=1.0) or 1.0
    # The names are text beside the stones and not inside the drawing, so that long ones wrap on a phone.
    drawing = element("ul", *(_row(index, part, heaviest) for index, part in enumerate(parts)), class_="fit")
    table = ((name, _said(value), f"{value:.2f}", f"{weight:g}") for name, value, weight in reversed(parts))
    heads = (_("What matters"), _("How well"), _("From 0 to 1"), _("Weight"))
    return figure.figure(drawing, numbers=figure.numbers(heads, table))


def _parts(card: Any) -> list[Part]:
    parts = card.get("parts", ()) if isinstance(card, Mapping) else getattr(card, "parts", card)
    return [_part(part) for part in parts]


def _part(part: Any) -> Part:
    if isinstance(part, Mapping):
        return str(part["label"]), float(part["value"]), float(part.get("weight", 1))
    label, value, weight = part
    return str(label), float(value), float(weight)


def _row(index: int, part: Part, heaviest: float) -> SafeString:
    label, value, weight = part
    width = 100 * max(0.35 + 0.65 * weight / heaviest, 0.35)
    x = 50 - width / 2
    outline, colour = OUTLINES[index % len(OUTLINES)], COLOURS[index % len(COLOURS)]
    empty = element("path", d=outline, class_="f-sunken k-line", vector_effect="non-scaling-stroke")
    stones = [_nested(empty, x=x, width=width, share=1)]
    filled = max(min(value, 1.0), 0.0)
    if filled:
        stones.append(_nested(element("path", d=outline, class_=colour), x=x, width=width, share=filled))
    drawn = element("svg", *stones, width="100%", height=STONE, class_="draw", aria_hidden="true")
    return element("li", drawn, element("span", label, " ", element("small", _said(value))))


def _nested(path: SafeString, *, x: float, width: float, share: float) -> SafeString:
    """The stone in its own little picture, cut off after its share, so that no clip path needs a name."""
    first = 100 * (1 - share) if get_language_bidi() else 0
    return element(
        "svg",
        path,
        x=start(x, width * share),
        width=percent(width * share),
        height=STONE,
        viewBox=f"{first:.1f} 0 {100 * share:.1f} 40",
        preserveAspectRatio="none",
        overflow="hidden",
    )


def _said(value: float) -> str:
    if value >= STRONG:
        return pgettext("how well it fits", "strong")
    return pgettext("how well it fits", "good") if value >= GOOD else pgettext("how well it fits", "little")
