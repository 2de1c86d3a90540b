"""A handful of people one can match in one's head, around the cast."""

from collections.abc import Callable
from typing import Any

import pytest

from cairn.matching import workbench
from cairn.packs.newcomer import Newcomer, enrol, settle
from cairn.programmes.enrolment import MENTEE, MENTOR, Enrolment
from cairn.programmes.programme import Programme
from tests import cast as players

WEEK = ("Tue 09:00-12:00", "Thu 09:00-12:00")
Join = Callable[..., Enrolment]


@pytest.fixture(autouse=True)
def _empty_workbench() -> None:
    """No test leans on another's prepared cohort."""
    workbench.BENCHES.clear()
    workbench.PEOPLE.clear()


@pytest.fixture
def steps(db: None) -> Programme:
    """A programme that Chen coordinates and nobody has joined."""
    programme = players.programme("small-steps", name="Small Steps")
    players.coordinate(players.person("Chen Wei"), programme)
    return programme


@pytest.fixture
def join(steps: Programme) -> Join:
    """`join("mentee", "Amina Diallo", "Python")` brings somebody in who is free on two mornings."""

    def come(
        side: str, name: str, *skills: str, hours: tuple[str, ...] = WEEK, capacity: int = 1, **more: Any
    ) -> Enrolment:
        newcomer = Newcomer(
            name=name,
            email=f"{name.split(maxsplit=1)[0].lower()}@small.example",
            zone="Europe/Berlin",
            skills=skills,
            hours=hours,
            capacity=capacity,
            **{"languages": ("en",), **more},
        )
        people = settle(steps.organisation, [newcomer])
        return enrol(steps, [newcomer], side=side, people=people, questions={})[0]

    return come


@pytest.fixture
def trio(join: Join) -> dict[str, Enrolment]:
    """Three who seek and two who mentor: Bruno for Python, Mei for presenting, each with one place."""
    return {
        "amina": join(MENTEE, "Amina Diallo", "Python", "Presenting"),
        "omar": join(MENTEE, "Omar Haddad", "Presenting"),
        "lena": join(MENTEE, "Lena Hoffmann", "Python", waited=3),
        "bruno": join(MENTOR, "Bruno Ferreira", "Python"),
        "mei": join(MENTOR, "Mei Okafor", "Presenting"),
    }
