"""The view from quiet places: ridges in the haze, a low sun, two people on the way, and stones left for them.

Decoration, never information. Its colours are tokens of their own, so that it turns to night in dark mode.
"""

from django.utils.safestring import SafeString

from cairn.web.drawing.pen import element, join

RIDGES = (
    (
        "l-ridge-1",
        "M0 226c40-22 74-46 118-50 42-4 62 26 98 24 44-2 70-58 128-60s72 42 116 46c52 6 92-36 180-52v286H0z",
    ),
    ("l-ridge-2", "M0 274c58-10 96-40 152-38 60 2 92 44 150 42 56-2 88-42 146-44 62-2 104 34 192 22v164H0z"),
    ("l-ridge-3", "M0 322c72-30 138-34 214-14 74 20 120 22 190 0 74-24 150-30 236-6v118H0z"),
    ("l-ground", "M0 372c84-36 172-42 262-24 92 20 170 34 252 20 54-10 92-14 126-8v60H0z"),
)
PATH = (
    "M386 420c-34-10-52-22-36-34 14-10 56-12 78-22 18-8 14-16-8-21-16-4-26-9-16-16-16 8-8 14 6 19 16 6 14"
    " 12-4 18-26 8-72 10-84 26-8 12 4 22 22 30z"
)
STONES = (
    ("l-stone-1", "M74 368c-2-19 28-27 74-27 45 0 72 8 72 25 1 17-30 22-73 22S76 386 74 368z"),
    ("l-stone-2", "M90 328c-1-16 24-23 60-22 36 0 57 9 56 23 0 15-25 19-58 18-35 0-57-5-58-19z"),
    ("l-stone-3", "M104 292c0-14 20-20 47-19 27 0 42 8 41 20-1 13-19 16-43 16s-45-4-45-17z"),
    ("l-stone-4", "M121 259c1-11 14-16 29-15 17 1 26 8 25 18s-13 13-28 12c-16 0-27-5-26-15z"),
    ("l-stone-5", "M133 231c1-9 9-13 18-12 10 1 15 6 14 13-1 8-8 10-17 10-9-1-15-4-15-11z"),
)
SHADES = (
    "M82 378c18 8 44 10 65 10 40 0 70-4 73-19-8 10-34 13-72 13-30 0-52-1-66-4z",
    "M95 337c12 8 32 10 53 10 33 1 58-3 58-18-8 9-28 12-57 12-24 0-42-1-54-4z",
    "M108 300c9 7 24 9 41 9 24 0 42-3 43-16-7 8-22 10-43 10-18 0-32-1-41-3z",
)
WALKERS = (
    # The one who knows the way, a little ahead, and the one who follows.
    "M424 318a4 4 0 1 0-.1 0zM420 319c4-1 7 0 8 4l2 9-3 1-2-5-1 7 4 12h-3l-4-10-4 10h-3l4-13 1-14z",
    "M396 330a3.6 3.6 0 1 0-.1 0zM392 331c4-1 6 0 7 3l3 6-2 2-3-4 0 6 3 11h-3l-3-8-4 8h-3l4-11z",
)
TUFTS = (
    "M250 372l-3-11M254 372l1-13M258 372l4-10M520 384l-3-10M524 384l1-12M528 384l4-9"
    "M40 386l-3-9M44 386l1-11M48 386l4-8"
)
BIRDS = "M300 92q6-7 11 0q6-7 11 0M334 110q4-5 8 0q4-5 8 0"


def landscape() -> SafeString:
    """The whole view, cropped from below where its frame is low."""
    return element(
        "svg",
        element("rect", width=640, height=420, class_="l-sky"),
        element("circle", cx=470, cy=122, r=74, class_="l-halo"),
        element("circle", cx=470, cy=122, r=40, class_="l-sun"),
        element("path", d=BIRDS, class_="l-bird"),
        *(element("path", d=outline, class_=colour) for colour, outline in RIDGES),
        element("path", d=PATH, class_="l-path"),
        element("path", d=TUFTS, class_="l-tuft"),
        *(element("path", d=outline, class_="l-walker") for outline in WALKERS),
        element("ellipse", cx=152, cy=387, rx=86, ry=7, class_="l-shadow"),
        join(element("path", d=outline, class_=colour) for colour, outline in STONES),
        join(element("path", d=outline, class_="l-shadow") for outline in SHADES),
        viewBox="0 0 640 420",
        class_="draw sky",
        preserveAspectRatio="xMidYMax slice",
        aria_hidden="true",
    )
