"""A crowd of invented people, the same for the same seed: for benchmarks, and for tests of size.

Skills follow a long tail, as real wishes do: a few are wanted by many, most by few. Hours, zones, languages,
departments and values are spread over the world.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import TYPE_CHECKING

from django.db import transaction

from cairn.packs.newcomer import DAYS, Newcomer, enrol, settle
from cairn.packs.questionnaire import DEPARTMENTS, VALUES, first_questions
from cairn.people.taxonomy.taxonomy import skills
from cairn.programmes.enrolment import MENTEE, MENTOR

if TYPE_CHECKING:
    from cairn.programmes.programme import Programme

GIVEN = [
    "Ana",
    "Ben",
    "Chi",
    "Dina",
    "Eli",
    "Femi",
    "Gita",
    "Hugo",
    "Ida",
    "Jun",
    "Kai",
    "Lea",
    "Mia",
    "Noor",
    "Omar",
    "Pia",
    "Quyen",
    "Rui",
    "Sana",
    "Tuan",
    "Uma",
    "Vera",
    "Wen",
    "Yara",
    "Zoë",
]
FAMILY = [
    "Abe",
    "Berg",
    "Cruz",
    "Diaz",
    "Eze",
    "Fall",
    "Gill",
    "Haas",
    "Ito",
    "Jain",
    "Kaya",
    "Lund",
    "Mora",
    "Nagy",
    "Oduya",
    "Park",
    "Quinn",
    "Roy",
    "Sato",
    "Toth",
    "Usman",
    "Vega",
    "Wolf",
]
ZONES = (
    "Europe/Berlin",
    "Africa/Lagos",
    "Asia/Kolkata",
    "America/Sao_Paulo",
    "Asia/Tokyo",
    "Europe/Lisbon",
    "Africa/Nairobi",
)
TONGUES = (
    ("en",),
    ("en", "de"),
    ("en", "fr"),
    ("en", "pt"),
    ("en", "es"),
    ("pt",),
    ("en", "hi"),
    ("en", "sw"),
)
POPULAR = 120


@transaction.atomic
def gather_crowd(
    programme: Programme,
    *,
    mentees: int = 500,
    mentors: int = 500,
    capacity: Sequence[int] = (1, 1, 2),
    seed: int = 7,
    domain: str = "crowd.example",
) -> None:
    """Fill a programme that has no questions yet."""
    dice = Random(seed)  # noqa: S311 - the same crowd every time is the point
    question_set, questions = first_questions(programme.organisation)
    programme.question_set = question_set
    programme.save(update_fields=["question_set"])
    words = [skill.label for skill in skills().everyday()[:POPULAR]]
    for side, count in ((MENTOR, mentors), (MENTEE, mentees)):
        crowd = [_newcomer(dice, side, place, words, capacity, domain) for place in range(count)]
        people = settle(programme.organisation, crowd)
        enrol(programme, crowd, side=side, people=people, questions=questions)


def _newcomer(
    dice: Random, side: str, place: int, words: Sequence[str], capacity: Sequence[int], domain: str
) -> Newcomer:
    day = dice.randrange(5)
    return Newcomer(
        name=f"{dice.choice(GIVEN)} {dice.choice(FAMILY)} {place + 1}{side[3]}",
        email=f"{side}{place + 1}@{domain}",
        zone=dice.choice(ZONES),
        languages=dice.choice(TONGUES),
        headline="",
        skills=tuple(dict.fromkeys(_word(dice, words) for _ in range(dice.randint(2, 4)))),
        hours=tuple(_span(dice, (day + step) % len(DAYS)) for step in range(dice.randint(2, 4))),
        capacity=dice.choice(capacity) if side == MENTOR else 1,
        answers={
            "department": dice.choice(DEPARTMENTS).lower(),
            "values": [value.lower() for value in dice.sample(VALUES, 2)],
        },
        async_ok=dice.randrange(5) == 0,
        waited=dice.randrange(40),
    )


def _word(dice: Random, words: Sequence[str]) -> str:
    """Long tail: the first words come up most."""
    return words[min(len(words) - 1, int(dice.expovariate(1 / 25)))]


def _span(dice: Random, day: int) -> str:
    start = dice.randrange(7, 19)
    return f"{DAYS[day]} {start:02d}:00-{start + dice.randint(2, 4):02d}:00"
