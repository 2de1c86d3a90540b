"""A constellation: you in the middle, your mentors above, your mentees below, your peers at your sides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cairn.kernel.text import first_name_of, initials
from cairn.web.drawing import figure
from cairn.web.drawing.pen import Value, element
from cairn.web.drawing.stone import colour_of

if TYPE_CHECKING:
    from cairn.mentorships.constellation import Constellation, Star

WIDTH, EDGE = 360, 8
IN_A_ROW, STEP, ROW, BAND = 4, 86, 88, 82
SIDES = (52, WIDTH - 52)
#: The most that are drawn of each kind; the table has everybody.
MOST = {"mentor": 8, "peer": 6, "mentee": 8}
LONGEST = 11
PEBBLE = "M-24 1C-25-14-13-22 1-22S25-13 24 2 12 21-1 21-23 15-24 1z"


@dataclass(frozen=True, slots=True)
class Placed:
    """A star and where it stands."""

    star: Star
    x: float
    y: float


def constellation(seen: Constellation) -> SafeString:
    """The picture, and everybody in a table beneath it."""
    drawn = {kind: [star for star in seen.stars if star.kind == kind][:most] for kind, most in MOST.items()}
    above = EDGE + ROW * _rows(drawn["mentor"])
    band = max(BAND * ((len(drawn["peer"]) + 1) // 2), BAND)
    middle, height = above + band / 2, above + band + ROW * _rows(drawn["mentee"]) + EDGE
    placed = [
        *_in_rows(drawn["mentor"], top=EDGE, bend=14),
        *_beside(drawn["peer"], middle=middle),
        *_in_rows(drawn["mentee"], top=above + band, bend=-14),
    ]
    lines = [_line(each, middle) for each in placed]
    stones = [part for each in placed for part in _stone(each)]
    drawing = element(
        "svg",
        *lines,
        *_you(middle),
        *stones,
        viewBox=f"0 0 {WIDTH} {height:.0f}",
        class_="draw draw--constellation",
        role="img",
        aria_label=_spoken(seen),
    )
    return figure.figure(drawing, key=_key(seen), numbers=_table(seen))


def _rows(stars: Sequence[Star]) -> int:
    return -(-len(stars) // IN_A_ROW)


def _in_rows(stars: Sequence[Star], *, top: float, bend: float) -> Iterator[Placed]:
    """Rows of four at most, bent around the middle."""
    each_row = -(-len(stars) // max(_rows(stars), 1))
    for row in range(_rows(stars)):
        here = stars[row * each_row : (row + 1) * each_row]
        for place, star in enumerate(here):
            aside = (place - (len(here) - 1) / 2) * STEP
            lower = bend * (aside / (STEP * 1.5)) ** 2
            yield Placed(star, WIDTH / 2 + aside, top + row * ROW + 32 + lower + max(-bend, 0))


def _beside(stars: Sequence[Star], *, middle: float) -> Iterator[Placed]:
    """Left and right in turn."""
    for side, x in enumerate(SIDES):
        here = stars[side::2]
        for place, star in enumerate(here):
            yield Placed(star, x, middle + (place - (len(here) - 1) / 2) * BAND - 6)


def _line(each: Placed, middle: float) -> SafeString:
    look = "k-moss" if each.star.bright else "k-edge dashed"
    ends: dict[str, float] = {"x1": WIDTH / 2, "y1": middle, "x2": each.x, "y2": each.y}
    return element("line", class_=look, stroke_width=1.2, **ends)


def _you(middle: float) -> tuple[SafeString, SafeString]:
    at = f"translate({WIDTH / 2:.0f} {middle:.1f}) scale(1.3)"
    word: dict[str, Value] = {"x": WIDTH / 2, "y": middle + 5, "text_anchor": "middle", "class_": "t-moss"}
    return element("path", d=PEBBLE, transform=at, class_="f-moss"), element("text", _("You"), **word)


def _stone(each: Placed) -> tuple[SafeString, SafeString, SafeString]:
    star, at = each.star, f"translate({each.x:.1f} {each.y:.1f})"
    look = f"f-{colour_of(star.person.id)}" if star.bright else "f-surface k-edge dashed"
    short = first_name_of(star.person.name)
    short = short if len(short) <= LONGEST else short[: LONGEST - 1] + "…"
    ink = "t-on" if star.bright else "t-soft"
    centred: dict[str, Value] = {"x": each.x, "text_anchor": "middle", "translate": "no"}
    return (
        element("path", d=PEBBLE, transform=at, class_=look),
        element("text", initials(star.person.name), y=each.y + 4, class_=ink, **centred),
        element(
            "text", short, y=each.y + 37, class_=f"t-name {'t-ink' if star.bright else 't-soft'}", **centred
        ),
    )


def _spoken(seen: Constellation) -> str:
    """How many of each, as one sentence."""
    counts = {kind: sum(star.kind == kind and star.bright for star in seen.stars) for kind in MOST}
    words = (
        ngettext("%(n)d mentor", "%(n)d mentors", counts["mentor"]) % {"n": counts["mentor"]},
        ngettext("%(n)d mentee", "%(n)d mentees", counts["mentee"]) % {"n": counts["mentee"]},
        ngettext("%(n)d peer", "%(n)d peers", counts["peer"]) % {"n": counts["peer"]},
    )
    return _("Around you now: %(people)s") % {"people": ", ".join(words)}


def _key(seen: Constellation) -> SafeString | str:
    """Needed only where some are of before."""
    if all(star.bright for star in seen.stars):
        return ""
    return figure.key([("f-4", _("today")), ("f-surface k-edge", _("before"))])


def _table(seen: Constellation) -> SafeString:
    kinds = {"mentor": _("your mentor"), "mentee": _("your mentee"), "peer": _("your peer")}
    rows = (
        (
            star.person.name,
            kinds[star.kind],
            date_format(star.since, "DATE_FORMAT"),
            _("today") if star.bright else _("before"),
        )
        for star in seen.stars
    )
    return figure.numbers((_("Who"), _("To you"), _("Since"), _("When")), rows)
