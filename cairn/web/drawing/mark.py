"""The mark: three stones on one another, and the larger drawings made of them."""

from functools import cache

from django.utils.safestring import SafeString

from cairn.web.drawing.pen import element

TOP = (
    "M13 12.5c.4-3.6 3.6-6.3 7.4-6 3.6.3 6.2 3 6 6.1-.3 2.7-3.2 4-6.9 3.9-3.9-.1-6.8-1.5-6.5-4z",
    "f-4",
)
MIDDLE = (
    "M8.5 22.4c0-3.4 4.9-5 11.6-4.9 6.4.1 10.7 1.7 10.8 4.7.1 3.3-4.7 4.7-11.2 4.6-6.7 0-11.2-1.2-11.2-4.4z",
    "f-2",
)
FOOT = (
    "M4.5 33c-.2-3.9 6.3-5.2 15.7-5.2 9.3 0 15.2 1.4 15.3 5 .1 3.7-6.2 4.7-15.5 4.7S4.7 36.7 4.5 33z",
    "f-3",
)


@cache
def mark() -> SafeString:
    """The mark as it stands beside the name."""
    stones = (element("path", d=outline, class_=colour) for outline, colour in (TOP, MIDDLE, FOOT))
    return element(
        "svg", *stones, viewBox="0 0 40 40", width=34, height=34, class_="mark", aria_hidden="true"
    )


def waiting() -> SafeString:
    """The empty state: one stone laid, the places of the next two drawn with dots, hills behind."""
    hills = element("path", d="M0 92c14-20 30-28 46-21 10 5 16 3 25-6 14-14 34-10 49 27z", class_="f-wash")
    sun = element("circle", cx=96, cy=30, r=9, class_="f-ochre-wash")
    foot = element("path", d=FOOT[0], class_=FOOT[1], transform="translate(20 10) scale(2)")
    ghosts = (
        element(
            "path",
            d=outline,
            class_="f-none k-edge dashed",
            stroke_width=0.75,
            transform="translate(20 10) scale(2)",
        )
        for outline, _colour in (TOP, MIDDLE)
    )
    return element("svg", sun, hills, foot, *ghosts, viewBox="0 0 120 96", class_="draw", aria_hidden="true")
