"""A pair, and circles of any size, around the cast."""

from collections.abc import Callable

import pytest

from cairn.journal.entry import Entry
from cairn.kernel import ids
from cairn.mentorships.mentorship import Mentorship
from cairn.people.person import Person
from cairn.programmes.enrolment import MENTEE, MENTOR
from tests import cast as players
from tests.cast import Cast

NAMES = ("Emeka Obi", "Farah Haddad", "Goran Ilic", "Hana Sato", "Ivo Novak", "Jun Park", "Kofi Mensah")
Pair = Callable[..., Mentorship]


@pytest.fixture
def together(cast: Cast) -> Pair:
    """`together("reverse")` brings Bruno and Amina together in a format."""

    def begin(format: str = "") -> Mentorship:
        bruno, amina = players.enrol(cast.bruno, MENTOR), players.enrol(cast.amina, MENTEE)
        return Mentorship.begin(mentor=bruno, mentee=amina, origin=ids.new(), format=format)

    return begin


@pytest.fixture
def pair(together: Pair) -> Mentorship:
    """Bruno and Amina, one to one."""
    return together()


@pytest.fixture
def circle(cast: Cast) -> Mentorship:
    """Bruno leads; Amina, Emeka, Farah and Goran learn from one another."""
    seated = [(players.enrol(cast.bruno, MENTOR), MENTOR), (players.enrol(cast.amina, MENTEE), MENTEE)]
    seated += [(players.enrol(players.person(name), MENTEE), MENTEE) for name in NAMES[:3]]
    return Mentorship.gather(players.programme(), members=seated, origin=ids.new(), format="group")


def agree(mentorship: Mentorship) -> None:
    """Everybody says yes to the newest version."""
    version = mentorship.agreements.latest("version")
    for member in mentorship.present():
        version.consent(member.person)
    mentorship.refresh_from_db()


def verbs(mentorship: Mentorship) -> list[str]:
    """What the journal says of it, oldest first."""
    return [entry.verb.split(".")[1] for entry in Entry.objects.about(mentorship)]


def named(people: list[Person]) -> set[str]:
    """First names."""
    return {person.name.split(maxsplit=1)[0] for person in people}
