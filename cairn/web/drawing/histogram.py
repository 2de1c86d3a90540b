"""How well the pairs of a round fit: ten bars from stretch to strong."""

from collections.abc import Sequence

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from cairn.web.drawing import figure
from cairn.web.drawing.pen import element, percent, start

HEIGHT = 132  # pixels
GOOD, STRONG = 4, 6  # the bar from which a pair is good, and strong


def histogram(
    bins: Sequence[int], *, before: Sequence[int] | None = None, good: int = GOOD, strong: int = STRONG
) -> SafeString:
    """Bars of the counts; `before` outlines the last run; `good` and `strong` are the first bars of each."""
    most = max([*bins, *(before or ()), 1])
    step = 100 / max(len(bins), 1)
    bars = [_bar(index, count, most, step, _colour(index, good, strong)) for index, count in enumerate(bins)]
    ghosts = [_ghost(index, count, most, step) for index, count in enumerate(before or ())]
    ground = element("line", x1="0", x2="100%", y1=HEIGHT - 1, y2=HEIGHT - 1, class_="k-line")
    drawing = element(
        "svg",
        *bars,
        *ghosts,
        ground,
        width="100%",
        height=HEIGHT,
        class_="draw",
        role="img",
        aria_label=_sentence(bins, good),
    )
    ends = format_html(
        '<div class="ends" aria-hidden="true"><span>{}</span><span>{}</span><span>{}</span></div>',
        _("stretch"),
        _("good"),
        _("strong"),
    )
    return figure.figure(drawing, key=ends, numbers=_table(bins, before))


def _colour(index: int, good: int, strong: int) -> str:
    return "f-moss" if index >= strong else "f-4" if index >= good else "f-6"


def _bar(index: int, count: int, most: int, step: float, colour: str) -> SafeString:
    height = max((HEIGHT - 4) * count / most, 3 if count else 0)
    x, width = index * step + step * 0.1, step * 0.8
    return element(
        "rect",
        x=start(x, width),
        y=HEIGHT - 2 - height,
        width=percent(width),
        height=height,
        rx=5,
        class_=colour,
    )


def _ghost(index: int, count: int, most: int, step: float) -> SafeString:
    height = (HEIGHT - 4) * count / most
    x, width = index * step + step * 0.1, step * 0.8
    return element(
        "rect",
        x=start(x, width),
        y=HEIGHT - 2 - height,
        width=percent(width),
        height=height,
        rx=5,
        class_="f-none k-edge dashed",
    )


def _sentence(bins: Sequence[int], good: int) -> str:
    well, all_of_them = sum(bins[good:]), sum(bins)
    return _("How well the pairs fit: %(well)d of %(all)d are good or strong") % {
        "well": well,
        "all": all_of_them,
    }


def _table(bins: Sequence[int], before: Sequence[int] | None) -> SafeString:
    size = len(bins) or 1
    spans = (f"{index / size:.1f}–{(index + 1) / size:.1f}" for index in range(len(bins)))
    if before is None:
        return figure.numbers((_("Fit"), _("Pairs")), zip(spans, bins, strict=True))
    return figure.numbers((_("Fit"), _("Pairs"), _("Last run")), zip(spans, bins, before, strict=True))
