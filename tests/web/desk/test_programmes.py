"""The list of programmes, and starting one with a name."""

from django.test import Client

from cairn.programmes.programme import Programme
from tests.cast import Cast
from tests.web.browsing import browser_of

FOUNDING = "/programmes/founding/"


def test_a_name_starts_a_programme_that_its_founder_runs(desk: Client, cast: Cast) -> None:
    answer = desk.post(FOUNDING, {"name": "Spring cohort"})
    assert answer.headers["Location"] == "/p/spring-cohort/"
    page = desk.get("/p/spring-cohort/").content.decode()
    assert "Bring your people" in page


def test_without_a_name_none_is_started_and_the_page_says_so(desk: Client, cast: Cast) -> None:
    answer = desk.post(FOUNDING, {"name": "  "})
    assert (answer.status_code, Programme.objects.count()) == (400, 1)
    assert "field__error" in answer.content.decode()


def test_people_who_run_none_are_not_offered_to_start_one(cast: Cast) -> None:
    page = browser_of(cast.dara).get("/programmes/").content.decode()
    assert ("Start a programme" in page, "Ask your administrator" in page) == (False, True)
