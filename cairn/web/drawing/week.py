"""A week of free time: the reader's hours, the other's, and those in common."""

from collections.abc import Iterable
from typing import Protocol

from django.utils.dates import WEEKDAYS, WEEKDAYS_ABBR
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cairn.people.week import hour_said
from cairn.web.drawing import figure
from cairn.web.drawing.pen import element, percent, start

DAY_MINUTES = 24 * 60
BLOCK = 180  # three hours a cell: four to six rows are read at a glance, twenty-four are not
LEFT = 13.0  # percent of the width kept for the hour
COLUMN = (100 - LEFT) / 7
ROW = 20  # pixels
HEAD = 20
COLOURS = {"ours": "f-3", "theirs": "f-1", "both": "f-moss", "": "f-sunken"}


class Hours(Protocol):
    """A free span: `weekday` 0 (Monday) to 6, `start` and `end` in minutes of it, in the reader's zone."""

    weekday: int
    start: int
    end: int


Span = Hours | tuple[int, int, int]
Minutes = dict[int, set[int]]


def week(
    ours: Iterable[Span], theirs: Iterable[Span] | None = None, *, name: str = "", whose: str = ""
) -> SafeString:
    """The grid. With `theirs` it shows three kinds of time and says how many hours are shared.

    `whose` names the first week where it is not the reader's own.
    """
    mine, other = _minutes(ours), _minutes(theirs or ())
    alone = theirs is None
    drawing = _grid(mine, other, label=_sentence(mine, other, alone=alone, whose=whose))
    entries = [("f-3", _("%(name)s’s time") % {"name": whose} if whose else _("your time"))]
    if not alone:
        entries += [
            ("f-1", _("%(name)s’s time") % {"name": name} if name else _("their time")),
            ("f-moss", _("both")),
        ]
    return figure.figure(
        drawing, key=figure.key(entries), numbers=_table(mine, other, alone=alone, name=name, whose=whose)
    )


def _minutes(spans: Iterable[Span]) -> Minutes:
    """Quarter hours per weekday; a span past midnight goes on in the next day."""
    free: Minutes = {day: set() for day in range(7)}
    for span in spans:
        day, first, last = span if isinstance(span, tuple) else (span.weekday, span.start, span.end)
        last += DAY_MINUTES if last <= first else 0
        for minute in range(first, last, 15):
            free[(day + minute // DAY_MINUTES) % 7].add(minute % DAY_MINUTES // 15 * 15)
    return free


def _grid(mine: Minutes, other: Minutes, *, label: str) -> SafeString:
    used = [minute for free in (mine, other) for day in free.values() for minute in day]
    first = min([*used, 9 * 60]) // BLOCK * BLOCK
    last = max([*used, 18 * 60 + 1])
    blocks = range(first, last, BLOCK)
    days = (
        element(
            "text",
            str(WEEKDAYS_ABBR[day]),
            x=start(LEFT + (day + 0.5) * COLUMN, 0),
            y=13,
            text_anchor="middle",
        )
        for day in range(7)
    )
    rows = (_row(index, block, mine, other) for index, block in enumerate(blocks))
    height = HEAD + ROW * len(blocks)
    return element(
        "svg",
        *days,
        *(part for row in rows for part in row),
        class_="draw",
        height=height,
        width="100%",
        role="img",
        aria_label=label,
    )


def _row(index: int, block: int, mine: Minutes, other: Minutes) -> list[SafeString]:
    y = HEAD + index * ROW
    hour = element("text", hour_said(block), x=start(0, 0), y=y + 12, text_anchor="start")
    return [hour, *(_cell(day, block, y, mine, other) for day in range(7))]


def _cell(day: int, block: int, y: int, mine: Minutes, other: Minutes) -> SafeString:
    span = range(block, block + BLOCK, 15)
    we = {minute for minute in span if minute in mine[day]}
    they = {minute for minute in span if minute in other[day]}
    kind = "both" if we & they else "ours" if we else "theirs" if they else ""
    x = LEFT + day * COLUMN + 0.4
    return element(
        "rect",
        x=start(x, COLUMN - 0.8),
        y=y,
        width=percent(COLUMN - 0.8),
        height=ROW - 5,
        rx=4,
        class_=COLOURS[kind],
    )


def _sentence(mine: Minutes, other: Minutes, *, alone: bool, whose: str) -> str:
    if alone:
        hours = sum(map(len, mine.values())) // 4
        if whose:
            return ngettext("%(hours)d free hour a week", "%(hours)d free hours a week", hours) % {
                "hours": hours
            }
        return ngettext("Your week: %(hours)d free hour", "Your week: %(hours)d free hours", hours) % {
            "hours": hours
        }
    hours = sum(len(mine[day] & other[day]) for day in range(7)) // 4
    return ngettext("%(hours)d hour a week in common", "%(hours)d hours a week in common", hours) % {
        "hours": hours
    }


def _table(mine: Minutes, other: Minutes, *, alone: bool, name: str, whose: str) -> SafeString:
    if alone:
        return figure.numbers(
            (_("Day"), _("Free")), ((str(WEEKDAYS[day]), _spans(mine[day])) for day in range(7))
        )
    heads = (_("Day"), whose or _("You"), name or _("They"), _("Both"))
    rows = (
        (str(WEEKDAYS[day]), _spans(mine[day]), _spans(other[day]), _spans(mine[day] & other[day]))
        for day in range(7)
    )
    return figure.numbers(heads, rows)


def _spans(minutes: set[int]) -> str:
    """Quarter hours joined again: "09:00–11:30, 15:00–16:00"; a dash for none."""
    starts = sorted(minute for minute in minutes if minute - 15 not in minutes)
    ends = sorted(minute + 15 for minute in minutes if minute + 15 not in minutes)
    return (
        ", ".join(f"{hour_said(first)}–{hour_said(last)}" for first, last in zip(starts, ends, strict=True))
        or "–"
    )
