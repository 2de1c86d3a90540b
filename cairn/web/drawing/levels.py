"""A goal with five levels, −2 to +2: where it stands and where it wants to be."""

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

LOWEST, HIGHEST = -2, 2


def levels(reached: int, aim: int) -> SafeString:
    """Five steps; `reached` and `aim` from −2 to +2."""
    steps = ((_state(level, reached, aim),) for level in range(LOWEST, HIGHEST + 1))
    places = {"reached": f"{reached:+d}", "aim": f"{aim:+d}"}
    said = _("Level %(reached)s, aiming for %(aim)s, on a scale from −2 to +2") % places
    items = format_html_join("", '<li class="{}"></li>', steps)
    return format_html('<p class="unseen">{}</p><ol class="levels" aria-hidden="true">{}</ol>', said, items)


def _state(level: int, reached: int, aim: int) -> str:
    if level <= reached:
        return "is-reached"
    return "is-aim" if level == aim else ""
