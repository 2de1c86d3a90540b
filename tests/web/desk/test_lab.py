"""The Lab answers from its address, writes nothing until asked, and exists for coordinators only."""

from typing import Any

import pytest
from django.test import Client

from cairn.journal.entry import Entry
from cairn.matching.rulebook import rules_of
from tests import cast as players
from tests.cast import Cast
from tests.web.browsing import browser_of

LAB = "/p/first-steps/lab/"


def trial(**more: Any) -> dict[str, Any]:
    return {"tried": 1, "aim": "most_matched", "gate": ["language", "line"], "w-skills": 2, **more}


def test_a_moved_slider_is_answered_with_the_round_alone(desk: Client) -> None:
    answer = desk.get(LAB, trial(), headers={"HX-Request": "true"}).content.decode()
    assert answer.strip().startswith('<div class="lab__round" id="round">')
    assert "<html" not in answer


def test_the_page_without_script_shows_the_same_weights(desk: Client) -> None:
    page = desk.get(LAB, trial()).content.decode()
    assert 'name="w-skills" min="0" max="10" step="1" value="2"' in page


def test_playing_writes_nothing(desk: Client) -> None:
    before = Entry.objects.count()
    desk.get(LAB, trial())
    assert (Entry.objects.count(), players.programme().settings()) == (before, None)


def test_keeping_the_weights_makes_a_version_of_the_rules(desk: Client) -> None:
    desk.post(f"{LAB}rules/", trial())
    assert rules_of(players.programme()).weights["skills"] == 2
    assert players.programme().settings().version == 1  # type: ignore[union-attr]  # just made


@pytest.mark.parametrize("nonsense", [{"w-skills": "ten"}, {"w-nobody": "3"}, {"aim": "win"}, {"try": "x=y"}])
def test_a_nonsense_address_still_shows_the_lab(desk: Client, nonsense: dict[str, str]) -> None:
    assert desk.get(LAB, trial(**nonsense)).status_code == 200


def test_a_rule_can_be_added_and_taken_away(desk: Client) -> None:
    desk.post(f"{LAB}rule/", trial(source="languages|values", weight=4))
    assert rules_of(players.programme()).weights["languages"] == 4
    desk.post(f"{LAB}rule/removal/", {"rule": "languages"})
    assert "languages" not in rules_of(players.programme()).weights


def test_what_the_lab_shows_becomes_a_run(desk: Client) -> None:
    asked = desk.post("/p/first-steps/runs/", trial())
    made = desk.get(asked.headers["Location"])
    assert made.headers["Location"] == "/p/first-steps/runs/1/"
    assert "Amina Diallo" in desk.get("/p/first-steps/runs/1/").content.decode()


def test_for_others_the_lab_is_as_absent_as_a_programme_that_is_not_there(cast: Cast) -> None:
    for who in (cast.amina, cast.bruno, cast.dara):
        browser = browser_of(who)
        here, nowhere = browser.get(LAB), browser.get("/p/nowhere/lab/")
        assert (here.status_code, nowhere.status_code) == (404, 404)


def test_the_administrator_reaches_it(cast: Cast) -> None:
    browser = browser_of(cast.ada)
    assert browser.get(LAB).status_code == 200
