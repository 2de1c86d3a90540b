"""The JSON twin of People: the same mentors, the same rights, constant queries, no unknown parameter."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cairn.api.mentors import Mentors
from cairn.people.person import Person
from cairn.programmes.enrolment import MENTOR
from tests import cast as players
from tests.cast import Cast
from tests.web.browsing import browser_of

PLACE = "/api/mentors"


@pytest.fixture
def amina(cast: Cast) -> Client:
    """Amina's browser."""
    return browser_of(cast.amina)


def test_it_answers_with_profiles_and_no_way_to_reach_them(amina: Client, cast: Cast) -> None:
    answer = amina.get(PLACE).json()
    assert (answer["count"], answer["page"], answer["pages"]) == (1, 1, 1)
    assert sorted(answer["mentors"][0]) == ["headline", "id", "languages", "name", "offers", "pronouns"]
    assert answer["mentors"][0]["id"] == str(cast.bruno.pk)


def test_the_whole_answer_is_what_the_description_promises(amina: Client, cast: Cast) -> None:
    """The answer is written without going through its schema, so here it goes through it."""
    mei = players.person("Mei Okafor")
    Person.objects.filter(pk=mei.pk).update(
        pronouns="she/her", headline="Data, gently", languages=["de", "en"]
    )
    players.claim(mei, "offered", "public-speaking", "onet:python")
    players.enrol(mei, MENTOR)
    answer = amina.get(PLACE)
    bruno = {"id": str(cast.bruno.pk), "name": "Bruno Ferreira", "pronouns": "", "headline": ""}
    other = {"id": str(mei.pk), "name": "Mei Okafor", "pronouns": "she/her", "headline": "Data, gently"}
    promised = {
        "count": 2,
        "page": 1,
        "pages": 1,
        "mentors": [
            bruno | {"languages": ["en"], "offers": ["public-speaking"]},
            other | {"languages": ["de", "en"], "offers": ["public-speaking", "Python"]},
        ],
    }
    assert answer.json() == promised
    assert Mentors.model_validate_json(answer.content, strict=True).model_dump(mode="json") == promised


def test_a_visitor_is_told_to_sign_in(client: Client, db: None) -> None:
    assert client.get(PLACE).status_code == 401


def test_a_stranger_gets_an_empty_list(cast: Cast) -> None:
    browser = browser_of(cast.dara)
    assert browser.get(PLACE).json()["mentors"] == []


@pytest.mark.parametrize("wrong", [{"nonsense": "1"}, {"page": "0"}, {"q": "x" * 101}])
def test_what_it_does_not_know_it_refuses(amina: Client, wrong: dict[str, str]) -> None:
    assert amina.get(PLACE, wrong).status_code == 422


def test_one_mentor_and_three_cost_the_same_queries(amina: Client) -> None:
    with CaptureQueriesContext(connection) as one:
        amina.get(PLACE)
    for name in ("Mei Okafor", "Ines Rocha"):
        players.enrol(players.person(name), MENTOR)
    with CaptureQueriesContext(connection) as three:
        amina.get(PLACE)
    assert len(three) == len(one)


def test_the_description_names_the_operation(client: Client, db: None) -> None:
    assert "/api/mentors" in client.get("/api/openapi.json").json()["paths"]
