"""The Lab answers from its address, writes nothing until asked, and exists for coordinators only."""

from typing import Any

import pytest
from django.test import Client

from cairn.journal.entry import Entry
from cairn.matching.rulebook import AIMS, rules_of
from cairn.programmes.enrolment import MENTEE, MENTOR, Enrolment
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


def test_the_button_and_the_conditions_follow_the_slider(desk: Client) -> None:
    answer = desk.get(LAB, trial(gate=[]), headers={"HX-Request": "true"}).content.decode()
    assert '<div class="row" id="lab-acts" hx-swap-oob="true">' in answer
    assert answer.count("Review 1 pair") == 1
    assert '<input type="hidden" name="w-skills" value="2">' in answer
    assert '<ul class="list" id="lab-gates" hx-swap-oob="outerMorph">' in answer


def test_the_page_itself_swaps_nothing_out_of_its_place(desk: Client) -> None:
    assert "hx-swap-oob" not in desk.get(LAB, trial()).content.decode()


def test_the_address_to_share_holds_the_trial_and_nothing_of_the_visitor(desk: Client) -> None:
    asked = trial(token="x", csrfmiddlewaretoken="secret")
    answer = desk.get(LAB, asked, headers={"HX-Request": "true"})
    address = answer.headers["HX-Replace-Url"]
    assert [word in address for word in ("tried=1", "w-skills=2", "token", "secret")] == [
        True,
        True,
        False,
        False,
    ]


def test_the_form_of_the_trial_sends_no_token_with_a_slider(desk: Client) -> None:
    form = desk.get(LAB).content.decode().partition('<form id="trial"')[2].partition("</form>")[0]
    assert '<input type="hidden" name="csrfmiddlewaretoken"' not in form


def test_a_reloaded_page_reads_who_came_meanwhile(desk: Client, cast: Cast) -> None:
    token = desk.get(LAB).context["view"].token
    players.enrol(players.person("Omar Haddad"), MENTEE)
    assert desk.get(LAB, trial(token=token)).context["view"].mentees == 2


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
    desk.post(f"{LAB}rule/removal/?rule=languages")
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


@pytest.fixture
def room_for_one(cast: Cast) -> Cast:
    """Omar waits too, and Bruno takes only one."""
    omar = players.person("Omar Haddad", zone="Africa/Lagos")
    players.claim(omar, "wanted", "public-speaking")
    players.enrol(omar, MENTEE)
    Enrolment.objects.filter(person=cast.bruno, side=MENTOR).update(capacity=1)
    return cast


def key_of_the_hint(desk: Client) -> str:
    """The first hint's key, as its link carries it."""
    (hint, *_others) = desk.get(f"{LAB}hints/").context["hints"]
    assert hint.sentence == "One more mentee for Bruno Ferreira would match the one who waits."
    return str(hint.key)


def test_a_hint_that_is_tried_gives_what_it_promised_and_writes_nothing(
    desk: Client, room_for_one: Cast
) -> None:
    before = desk.get(LAB).context["view"].matched
    page = desk.get(LAB, {"try": key_of_the_hint(desk)})
    assert (before, page.context["view"].matched) == (1, 2)
    assert "one more mentee for Bruno Ferreira" in page.content.decode()
    assert desk.get(LAB).context["view"].matched == 1


def test_a_hint_is_undone_by_its_way_back(desk: Client, room_for_one: Cast) -> None:
    (taken,) = desk.get(LAB, {"try": key_of_the_hint(desk)}).context["taken"]
    page = desk.get(f"{LAB}?{taken.back}")
    assert (page.context["view"].matched, page.context["taken"]) == (1, [])


def test_a_hint_that_is_kept_holds_for_the_next_round(desk: Client, room_for_one: Cast) -> None:
    desk.post(f"{LAB}hints/adoption/", {"key": key_of_the_hint(desk)})
    assert desk.get(LAB).context["view"].matched == 2
    assert Entry.objects.filter(verb="capacity.raised").count() == 1


def test_a_hint_that_means_nothing_is_refused_and_nothing_is_kept(desk: Client) -> None:
    desk.post(f"{LAB}hints/adoption/", {"key": "must=nobody"})
    assert players.programme().settings() is None


@pytest.mark.parametrize("aim", AIMS)
def test_every_aim_can_be_tried_and_kept(desk: Client, aim: str) -> None:
    assert desk.get(LAB, trial(aim=aim)).context["view"].book.aim == aim
    desk.post(f"{LAB}rules/", trial(aim=aim))
    assert rules_of(players.programme()).aim == aim


def test_a_condition_can_be_switched_off_and_on(desk: Client) -> None:
    desk.post(f"{LAB}rules/", trial(gate=[]))
    assert rules_of(players.programme()).gates.language is False
    desk.post(f"{LAB}rules/", trial(gate=["language"]))
    assert rules_of(players.programme()).gates.language is True


def test_hours_a_month_are_off_until_switched_on_and_then_take_what_is_typed(desk: Client) -> None:
    switch = next(each for each in desk.get(LAB).context["gates"] if each.switch == "monthly")
    assert (switch.on, switch.says) == (False, "off")
    desk.post(f"{LAB}rules/", trial(gate=["monthly"]))
    assert rules_of(players.programme()).gates.monthly == 1.5
    desk.post(f"{LAB}rules/", trial(gate=["monthly"], monthly="2"))
    assert rules_of(players.programme()).gates.monthly == 2
    Enrolment.objects.filter(side=MENTOR).update(hours_a_month=1)
    page = desk.get(LAB)
    switch = next(each for each in page.context["gates"] if each.switch == "monthly")
    assert (switch.says, switch.hours) == ("limits the places of 1 mentor", "2")
    assert 'name="monthly" value="2"' in page.content.decode()


def test_a_wish_can_become_a_condition_and_a_wish_again(desk: Client) -> None:
    shown = desk.get(LAB, trial(must="skills")).context["gates"]
    assert [each.label for each in shown if "set beside its slider" in each.says] == ["Goals and skills"]
    desk.post(f"{LAB}rules/", trial(must="skills"))
    assert rules_of(players.programme()).criterion("skills").must is True
    desk.post(f"{LAB}rules/", trial())
    assert rules_of(players.programme()).criterion("skills").must is False
