"""Landscapes for quiet places: hills and a low sun, with the cairn on the way. Decoration, never information."""

from django.utils.safestring import SafeString

from cairn.web.drawing.mark import FOOT, MIDDLE, TOP
from cairn.web.drawing.pen import element


def landscape() -> SafeString:
    """The view from the welcome page: three ridges, a path between them, and the stones somebody left."""
    return element(
        "svg",
        element("rect", width=640, height=420, class_="f-ochre-wash"),
        element("circle", cx=452, cy=128, r=42, class_="f-ochre sky__sun"),
        element("path", d="M0 232c70-52 128-64 196-30 62 31 96-46 176-44 74 2 92 62 154 58 46-3 84-34 114-60v264H0z", class_="f-4"),
        element("path", d="M0 300c88-46 150-38 226-12 88 30 150-42 236-40 72 2 124 34 178 24v148H0z", class_="f-3"),
        element("path", d="M0 364c120-40 216-30 320-14s212 6 320-18v88H0z", class_="f-moss"),
        element("path", d="M342 420c-18-22-4-38 22-52 30-16 32-30 6-46-20-12-18-24 4-38-10 16-4 24 18 36 34 18 34 38 4 58-22 14-24 26-8 42z", class_="f-surface", opacity=0.85),
        *(
            element("path", d=outline, class_=colour, transform="translate(96 212) scale(4.2)")
            for outline, colour in ((FOOT[0], "f-1"), (MIDDLE[0], "f-2"), (TOP[0], "f-8"))
        ),
        viewBox="0 0 640 420",
        class_="draw sky",
        preserveAspectRatio="xMidYMax slice",
        aria_hidden="true",
    )
