"""People: mentors of one's own programmes, found by name, skill and room; the queries stay the same."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cairn.people.own_skill import OwnSkill, own_code
from cairn.people.person import Person
from cairn.programmes.enrolment import MENTOR
from tests import cast as players
from tests.cast import Cast
from tests.web.browsing import browser_of


@pytest.fixture
def amina(cast: Cast) -> Client:
    """Amina's browser."""
    return browser_of(cast.amina)


def mentor(name: str, skill: str = "") -> Person:
    who = players.person(name)
    players.enrol(who, MENTOR)
    if skill:
        code = own_code(skill)
        OwnSkill.objects.get_or_create(organisation=who.organisation, code=code, label=skill)
        players.claim(who, "offered", code)
    return who


def queries(browser: Client, place: str = "/people/") -> int:
    with CaptureQueriesContext(
        connection,
    ) as caught:
        browser.get(place)
    return len(caught)


def test_a_mentee_finds_the_mentors_of_the_programme(amina: Client) -> None:
    page = amina.get("/people/").content.decode()
    assert "Bruno Ferreira" in page
    assert "bruno@lakeside.example" not in page


def test_one_mentor_and_three_cost_the_same_queries(amina: Client) -> None:
    mentor("Hana Sato", "Weaving")
    one = queries(amina)
    mentor("Mei Okafor", "Beekeeping")
    mentor("Ines Rocha", "Baking")
    assert queries(amina) == one


def test_a_skill_is_found_however_it_is_spelt(amina: Client) -> None:
    mentor("Mei Okafor", "Bee-Keeping")
    page = amina.get("/people/", {"q": "beekeeping"}).content.decode()
    assert ("Mei Okafor" in page, "Bruno Ferreira" in page) == (True, False)


def test_somebody_full_is_not_shown_where_room_is_asked_for(amina: Client) -> None:
    full = mentor("Mei Okafor")
    players.programme().mentors().filter(person=full).update(capacity=0)
    page = amina.get("/people/", {"room": "1"}).content.decode()
    assert ("Mei Okafor" in page, "Bruno Ferreira" in page) == (False, True)


def test_a_stranger_finds_nobody(cast: Cast) -> None:
    browser = browser_of(cast.dara)
    assert "Nobody fits all of that" in browser.get("/people/").content.decode()


def test_nonsense_shows_everybody(amina: Client) -> None:
    page = amina.get("/people/", {"language": "klingon", "page": "minus one"})
    assert (page.status_code, "Bruno Ferreira" in page.content.decode()) == (200, True)
