"""What the samples show. The people are the demo's cast; what they say is theirs, not the interface's."""

from datetime import UTC, datetime
from types import SimpleNamespace
from uuid import UUID

from django.utils.translation import gettext_lazy as _


def _person(number: int, name: str, said: str = "") -> SimpleNamespace:
    return SimpleNamespace(id=UUID(int=number), name=name, said=said)


AMINA = _person(11, "Amina Wanjiru", "ah-MEE-nah · she/her")
BRUNO = _person(7, "Bruno Carvalho", "BROO-noo · he/him")
PEOPLE = (
    AMINA,
    BRUNO,
    _person(3, "陳 美玲", "chun may-ling · she/her"),
    _person(20, "عمر الفاروق", "OH-mar · he/him"),
    _person(5, "Дарья Соколова", "DAR-ya"),
    _person(13, "प्रिया नायर"),
    _person(17, "Mei Okafor", "may oh-KAH-for · she/they"),
    _person(8, "Ọlúwáṣeun Adébáyọ̀ Ọmọ-Ọba Adéyẹmí-Babátúndé Oluwafemi"),
)
WAY = [
    SimpleNamespace(label=label, state=state)
    for label, state in (
        ("You found each other", "done"),
        ("Agreed how to work", "done"),
        ("First meeting", "now"),
        ("A goal", "ahead"),
        ("Farewell", "ahead"),
    )
]
AROUND = SimpleNamespace(
    person=AMINA,
    stars=[
        SimpleNamespace(person=person, kind=kind, since=datetime(2026, 3, 9, 12, tzinfo=UTC), bright=bright)
        for person, kind, bright in zip(
            PEOPLE[1:],
            ("mentor", "mentor", "mentor", "peer", "peer", "mentee", "mentee"),
            (True, True, False, True, True, True, False),
            strict=True,
        )
    ],
)
OURS = [(0, 720, 900), (2, 720, 900), (3, 540, 720), (4, 720, 900), (5, 1080, 1200), (1, 900, 1080)]
THEIRS = [(0, 540, 900), (2, 720, 1080), (3, 900, 1080), (4, 720, 900), (1, 540, 720), (4, 1080, 1200)]
FIT = [
    ("Goals and skills", 0.92, 8),
    ("Shared values", 0.7, 5),
    ("Free hours in common", 0.55, 6),
    ("Wishes of both", 1.0, 4),
    ("Another department", 0.2, 2),
]
SUPPLY = [
    ("Presenting", 31, 29),
    ("Data ethics", 16, 4),
    ("Career move", 24, 26),
    ("Python", 13, 21),
    ("Negotiating", 14, 8),
]
BINS = [2, 3, 6, 9, 14, 26, 31, 25, 13, 4]
BINS_BEFORE = [5, 8, 9, 14, 18, 22, 24, 18, 9, 2]
LOADS = [("Bruno Carvalho", 2, 3), ("Mei Okafor", 1, 1), ("Ines Rocha", 4, 3), ("Tomás Silva", 0, 2)]
ROWS = [
    ("Ana Ruiz", "Free hours", "Sun 25:00-26:00", "Hours go from 00:00 to 24:00", 18),
    ("Femi Adeyemi", "Time zone", "Lagos", "Taken as Africa/Lagos?", 41),
    ("Zoë Ångström", "E-mail", "zoe@", "The address ends after the @", 120),
]
GROUPS = (
    (_("People"), ("stones", "people", "match", "who")),
    (_("Acts"), ("buttons", "fields", "chips", "slots", "slider", "drop")),
    (_("Pictures"), ("fit", "week", "journey", "way", "supply", "histogram", "load", "goal")),
    (_("What happened"), ("banners", "toasts", "undo", "dialog", "progress", "loading", "empty")),
    (_("Finding one’s way"), ("steps", "tabs", "table", "tiles", "list", "decide")),
    (_("Together"), ("agenda", "thread", "bite", "quiz", "badges")),
)
