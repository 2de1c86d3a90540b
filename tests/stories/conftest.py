"""First Steps with flash beside one-to-one: Amina asks, Bruno knows about speaking in public."""

from collections.abc import Callable

import pytest

from cairn.people.person import Person
from cairn.people.vocabulary import code_of
from cairn.programmes.enrolment import MENTEE, MENTOR, Enrolment
from cairn.programmes.programme import Programme
from cairn.stories.asking import ask
from cairn.stories.flash import Flash
from cairn.stories.offering import offers_on
from tests import cast as players
from tests.cast import Cast

TOPIC = code_of("public speaking")
Ask = Callable[..., Flash]


@pytest.fixture
def steps(cast: Cast) -> Programme:
    """The programme offers flash and role models beside one-to-one; Bruno offers the taxonomy's word."""
    where = players.programme()
    where.choose_formats(["one-to-one", "flash", "aspirational"], by=cast.chen)
    players.claim(cast.bruno, "offered", TOPIC)
    return where


@pytest.fixture
def expert(steps: Programme, cast: Cast) -> Enrolment:
    """Bruno's place."""
    return players.enrol(cast.bruno, MENTOR)


@pytest.fixture
def asked(steps: Programme, cast: Cast) -> Ask:
    """`asked()` books the first time there is for Amina, or for somebody else."""

    def book(by: Person | None = None, *, question: str = "How do I begin a talk?") -> Flash:
        asker = by or cast.amina
        players.enrol(asker, MENTEE)
        offer = offers_on(asker, TOPIC)[0]
        return ask(
            asker,
            expert=offer.expert,
            topic=TOPIC,
            at=offer.starts_at,
            question=question,
            tried="A joke.",
        )

    return book
