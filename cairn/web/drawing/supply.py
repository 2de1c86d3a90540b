"""Supply and demand: for each skill, how many want it and how many offer it."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from cairn.web.drawing import figure
from cairn.web.drawing.pen import element, percent, start

Row = tuple[str, int, int]
ENOUGH = 0.75  # of what is wanted: below this it is a shortage, above it a tight fit


def supply(balances: Iterable[Any], *, labels: dict[str, str] | None = None) -> SafeString:
    """Bars for rows of (skill, wanted, offered), or objects with these names; a shortage is drawn in clay."""
    rows = [_row(balance, labels or {}) for balance in balances]
    most = max((max(wanted, offered) for _label, wanted, offered in rows), default=1) or 1
    items = (
        (label, _bar(wanted, offered, most), _short(wanted, offered), wanted, offered)
        for label, wanted, offered in rows
    )
    bars = format_html_join(
        "", "<li><b translate='no'>{}</b>{}<span class='numbers{}'>{} / {}</span></li>", items
    )
    drawing = format_html('<ul class="supply">{}</ul>', bars)
    entries = (("f-moss", _("offered")), ("f-1", _("wanted")), ("f-clay", _("offered, and too few")))
    table = ((label, wanted, offered, offered - wanted) for label, wanted, offered in rows)
    heads = (_("Skill"), _("Wanted"), _("Offered"), _("Left over"))
    return figure.figure(drawing, key=figure.key(entries), numbers=figure.numbers(heads, table))


def _row(balance: Any, labels: dict[str, str]) -> Row:
    if isinstance(balance, Sequence):
        skill, wanted, offered = balance
    else:
        skill, wanted, offered = (
            getattr(balance, "label", "") or balance.skill,
            balance.wanted,
            balance.offered,
        )
    return str(labels.get(skill, skill)), int(wanted), int(offered)


def _bar(wanted: int, offered: int, most: int) -> SafeString:
    want, have = 100 * wanted / most, 100 * min(offered, wanted) / most
    spare = 100 * max(offered - wanted, 0) / most
    colour = "f-clay" if offered < ENOUGH * wanted else "f-moss"
    track = element("rect", x="0", y=1, width="100%", height=10, rx=5, class_="f-sunken")
    want_bar = element("rect", x=start(0, want), y=1, width=percent(want), height=10, rx=5, class_="f-1")
    have_bar = element(
        "rect", x=start(0, have + spare), y=1, width=percent(have + spare), height=10, rx=5, class_=colour
    )
    return element(
        "svg", track, want_bar, have_bar, width="100%", height=12, class_="draw", aria_hidden="true"
    )


def _short(wanted: int, offered: int) -> str:
    return " is-short" if offered < ENOUGH * wanted else ""
