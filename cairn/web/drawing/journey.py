"""The journey of a pair: five stones, laid from the ground up."""

from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from cairn.web.drawing import figure
from cairn.web.drawing.pen import element


@dataclass(frozen=True)
class Outline:
    """One stone of the stack: its shape, its colour once laid, the base line of its word."""

    path: str
    colour: str
    word_at: int


OUTLINES = (
    Outline("M20 246c-1-18 45-24 112-24 66 0 108 7 108 23 1 16-44 21-110 21S21 263 20 246z", "f-3", 249),
    Outline("M40 202c0-17 37-22 93-22 54 0 88 7 88 22 0 15-38 19-92 19-55 0-89-4-89-19z", "f-2", 205),
    Outline("M63 160c0-15 28-21 70-20 40 0 65 7 65 21 0 14-28 18-68 18-41 0-67-5-67-19z", "f-4", 164),
    Outline("M84 121c0-13 19-18 47-18 27 0 45 6 45 19 0 12-20 16-47 16s-45-4-45-17z", "f-1", 125),
    Outline("M102 86c1-11 13-16 29-15 16 0 26 7 25 17-1 10-13 13-28 13s-27-5-26-15z", "f-8", 90),
)


def journey(reached: int, *, held: int = 0, planned: int = 0) -> SafeString:
    """The stack with its first `reached` stones laid (0 to 5), and how many meetings were held."""
    words = _words(held, planned)
    stones = [_stone(outline, laid=index < reached) for index, outline in enumerate(OUTLINES)]
    marks = [
        element(
            "text",
            word,
            x=130,
            y=outline.word_at,
            text_anchor="middle",
            class_="t-on" if index < reached else "",
        )
        for index, (outline, word) in enumerate(zip(OUTLINES, words, strict=True))
    ]
    label = _("Your journey: %(reached)d of 5 stones laid") % {"reached": min(reached, 5)}
    drawing = element(
        "svg",
        *stones,
        *marks,
        viewBox="0 66 260 206",
        class_="draw draw--journey",
        role="img",
        aria_label=label,
    )
    states = ((word, _("done") if index < reached else _("to come")) for index, word in enumerate(words))
    return figure.figure(drawing, numbers=figure.numbers((_("Stone"), _("State")), states))


def _words(held: int, planned: int) -> tuple[str, ...]:
    meetings = (
        _("Meetings %(held)d of %(planned)d") % {"held": held, "planned": planned}
        if planned
        else _("Meetings")
    )
    return _("Agreement"), _("Goals"), meetings, _("Growth"), _("Closing")


def _stone(outline: Outline, *, laid: bool) -> SafeString:
    if laid:
        return element("path", d=outline.path, class_=outline.colour)
    return element("path", d=outline.path, class_="f-none k-edge dashed", stroke_width=1.2)
