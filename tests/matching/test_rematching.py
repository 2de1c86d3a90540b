"""After a mentorship that ended early: who wants to go on is offered the next best at once."""

import pytest

from cairn.matching.proposal import Proposal
from cairn.matching.publication import Publication
from cairn.matching.running import make_run
from cairn.mentorships.ending import Ending
from cairn.mentorships.mentorship import Mentorship
from cairn.people.person import Person
from cairn.programmes.enrolment import MENTOR, Enrolment
from cairn.programmes.programme import Programme
from tests.matching.conftest import Join

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def begun(steps: Programme, trio: dict[str, Enrolment], join: Join) -> Mentorship:
    """Omar and Mei have begun; Ines has come since."""
    chen = Person.objects.get(name="Chen Wei")
    Publication.prepare(make_run(steps, by=chen), by=chen).send()
    proposal = Proposal.objects.get(mentee=trio["omar"])
    for person in proposal.people:
        proposal.accept(person)
    join(MENTOR, "Ines Rocha", "Presenting")
    return Mentorship.objects.get()


def offered(mentorship: Mentorship) -> set[tuple[str, str]]:
    """Who was offered whom after it ended."""
    rows = Proposal.objects.filter(follows=mentorship.origin)
    return set(rows.values_list("mentee__person__name", "mentor__person__name"))


def person(name: str) -> Person:
    found: Person = Person.objects.get(name=name)
    return found


def test_who_leaves_and_wants_another_is_offered_one(begun: Mentorship) -> None:
    Ending.leave(begun, by=person("Omar Haddad"))
    assert offered(begun) == {("Omar Haddad", "Ines Rocha")}


def test_who_leaves_to_rest_is_left_alone(begun: Mentorship) -> None:
    Ending.leave(begun, by=person("Omar Haddad"), another=False)
    assert offered(begun) == set()


def test_a_mentee_who_was_left_is_offered_another(begun: Mentorship) -> None:
    Ending.leave(begun, by=person("Mei Okafor"), another=False)
    assert offered(begun) == {("Omar Haddad", "Ines Rocha")}


@pytest.mark.parametrize("how", ["completed", "inactive", "safety"])
def test_other_endings_offer_nobody(begun: Mentorship, how: str) -> None:
    Ending.end(begun, how=how)
    assert offered(begun) == set()
