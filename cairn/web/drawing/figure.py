"""The frame of a picture: what it shows in one sentence, the drawing, its key, and its numbers as a table."""

from collections.abc import Iterable, Sequence

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from cairn.web.drawing.pen import element, join

Cell = str | int | float


def figure(drawing: SafeString, *, key: SafeString | str = "", numbers: SafeString | str = "") -> SafeString:
    """The picture as it stands on the page."""
    return format_html('<figure class="picture">{}{}{}</figure>', drawing, key, numbers)


def key(entries: Iterable[tuple[str, str]]) -> SafeString:
    """Colours and what they mean, as (class, words)."""
    rows = (
        (
            element(
                "svg",
                element("rect", width=14, height=14, rx=4, class_=colour),
                viewBox="0 0 14 14",
                aria_hidden="true",
            ),
            words,
        )
        for colour, words in entries
    )
    spans = format_html_join("", "<span>{}{}</span>", rows)
    return format_html('<figcaption class="picture__key">{}</figcaption>', spans)


def numbers(heads: Sequence[str], rows: Iterable[Sequence[Cell]]) -> SafeString:
    """The same as a table, folded away: for reading with ears, and for copying."""
    head = format_html_join("", '<th scope="col">{}</th>', ((word,) for word in heads))
    body = join(format_html("<tr>{}</tr>", _cells(row)) for row in rows)
    return format_html(
        '<details class="picture__numbers"><summary>{}</summary>'
        '<div class="scroll" tabindex="0" role="region" aria-label="{}"><table class="sheet sheet--tight">'
        "<thead><tr>{}</tr></thead><tbody>{}</tbody></table></div></details>",
        _("The numbers"),
        _("The numbers"),
        head,
        body,
    )


def _cells(row: Sequence[Cell]) -> SafeString:
    first = format_html('<th scope="row" translate="no">{}</th>', row[0])
    rest = (
        format_html(
            "<td{}>{}</td>", SafeString(' class="num"') if isinstance(cell, int | float) else "", cell
        )
        for cell in row[1:]
    )
    return join([first, *rest])
