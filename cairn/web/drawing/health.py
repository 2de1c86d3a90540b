"""How a mentorship goes, as a little cairn: three stones stand, two, or one has slipped; never a number."""

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from cairn.web.drawing.pen import element

#: Stones from the ground up: centre, half width, half height.
STONES = ((24, 11, 4.5), (15.5, 8, 4), (8, 5.5, 3.5))
LAID = {"thriving": (3, "f-moss"), "drifting": (2, "f-ochre"), "at_risk": (1, "f-clay"), "forming": (0, "")}


def health(band: str) -> SafeString:
    """The drawing and its word; nothing known says so."""
    if band not in LAID:
        return format_html('<span class="soft">{}</span>', _("not watched"))
    laid, colour = LAID[band]
    stones = (
        element(
            "ellipse",
            cx=14,
            cy=y,
            rx=wide,
            ry=high,
            class_=colour if number < laid else "f-none k-edge dashed",
        )
        for number, (y, wide, high) in enumerate(STONES)
    )
    drawing = element(
        "svg", *stones, viewBox="0 0 28 30", width=28, height=30, class_="draw", aria_hidden="true"
    )
    return format_html('<span class="health">{}<span>{}</span></span>', drawing, words()[band])


def words() -> dict[str, str]:
    """What each band is called."""
    return {
        "forming": pgettext("how a mentorship goes", "Beginning"),
        "thriving": pgettext("how a mentorship goes", "Going well"),
        "drifting": pgettext("how a mentorship goes", "Drifting apart"),
        "at_risk": pgettext("how a mentorship goes", "At risk"),
    }
