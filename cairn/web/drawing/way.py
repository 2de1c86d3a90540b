"""The way of a mentorship: a stack of as many stones as its format has, the lowest laid first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from cairn.web.drawing import figure
from cairn.web.drawing.pen import element

WIDTH, GAP, TOP = 260, 3, 8
WIDEST, NARROWEST = 236, 104
TALLEST, LOWEST = 44, 32
COLOURS = ("f-3", "f-2", "f-4", "f-1", "f-8", "f-6", "f-5", "f-7")


class Stone(Protocol):
    """A stone of a journey: what it is called, and whether it is done, now or ahead."""

    @property
    def label(self) -> object: ...
    @property
    def state(self) -> str: ...


def way(stones: Sequence[Stone]) -> SafeString:
    """The stack, from the ground up; the words stand on the stones."""
    said = {"done": _("done"), "now": _("now"), "ahead": _("to come")}
    last = max(len(stones) - 1, 1)
    sizes = [
        (WIDEST - (WIDEST - NARROWEST) * place / last, TALLEST - (TALLEST - LOWEST) * place / last)
        for place in range(len(stones))
    ]
    height = TOP * 2 + sum(tall + GAP for _wide, tall in sizes)
    ground, drawn = height - TOP, []
    for place, (stone, (wide, tall)) in enumerate(zip(stones, sizes, strict=True)):
        drawn += _drawn(stone, wide, tall, ground, COLOURS[place % len(COLOURS)])
        ground -= tall + GAP
    done = sum(stone.state == "done" for stone in stones)
    label = _("Your journey: %(done)d of %(all)d stones laid") % {"done": done, "all": len(stones)}
    drawing = element(
        "svg",
        *drawn,
        viewBox=f"0 0 {WIDTH} {height:.0f}",
        class_="draw draw--journey",
        role="img",
        aria_label=label,
    )
    rows = ((str(stone.label), said[stone.state]) for stone in stones)
    return figure.figure(drawing, numbers=figure.numbers((_("Stone"), _("State")), rows))


def _drawn(stone: Stone, wide: float, tall: float, ground: float, colour: str) -> list[SafeString]:
    look = {"done": colour, "now": "f-wash k-moss", "ahead": "f-none k-edge dashed"}[stone.state]
    ink = {"done": "t-on", "now": "t-ink", "ahead": ""}[stone.state]
    outline = element("path", d=_outline(WIDTH / 2, ground, wide, tall), class_=look, stroke_width=1.4)
    place = {"x": WIDTH / 2, "y": ground - tall / 2 + 4}
    return [outline, element("text", str(stone.label), text_anchor="middle", class_=ink, **place)]


def _outline(middle: float, ground: float, wide: float, tall: float) -> str:
    """A pebble: flat below, rounder above, a little heavier on one side."""
    left, right, top = middle - wide / 2, middle + wide / 2, ground - tall
    waist = ground - tall * 0.45
    return (
        f"M{left:.1f} {waist:.1f}"
        f"C{left:.1f} {top + tall * 0.12:.1f} {left + wide * 0.22:.1f} {top:.1f} {middle:.1f} {top:.1f}"
        f"S{right:.1f} {top + tall * 0.16:.1f} {right:.1f} {waist + tall * 0.06:.1f}"
        f"S{right - wide * 0.2:.1f} {ground:.1f} {middle:.1f} {ground:.1f}"
        f"S{left:.1f} {ground - tall * 0.08:.1f} {left:.1f} {waist:.1f}z"
    )
