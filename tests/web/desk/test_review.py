"""Review: what follows is shown first, done exactly, and can be undone; somebody else's change is noticed."""

import re
import uuid

from django.test import Client

from cairn.matching.change import Change
from cairn.matching.lock import Lock
from cairn.matching.pairing import Pairing
from cairn.matching.run import Run

RUN = "/p/first-steps/runs/1/"


def place(pairing: Pairing) -> str:
    return f"{RUN}pairs/{pairing.pk}/"


def test_a_pair_opens_as_a_card_without_a_percentage(desk: Client, pairing: Pairing) -> None:
    page = desk.get(place(pairing)).content.decode()
    main = page[page.index("<main") : page.index("</main>")]
    assert "match</span>" in main or "A stretch" in main
    assert "%" not in re.sub(r"<[^>]+>", " ", main)


def test_a_pair_shows_what_its_fit_is_made_of(desk: Client, pairing: Pairing) -> None:
    page = desk.get(place(pairing)).content.decode()
    named = re.findall(r"<li><svg.*?</svg><span>(.*?) <small>(.*?)</small></span></li>", page)
    assert [criterion for criterion, _worth, _weight in pairing.parts] == ["skills", "waiting"]
    assert named[-1] == ("Goals and skills", "strong")


def test_list_and_board_show_the_pair(desk: Client, run: Run) -> None:
    for view in ("list", "board"):
        assert "Amina Diallo" in desk.get(RUN, {"view": view}).content.decode()


def test_a_lock_is_kept_and_undone(desk: Client, pairing: Pairing) -> None:
    desk.post(f"{place(pairing)}lock/", {"revision": 0})
    assert Lock.objects.count() == 1
    desk.post(f"{RUN}undo/?revision=1")
    assert (Lock.objects.count(), Change.objects.count()) == (0, 2)


def test_what_keeping_apart_costs_is_shown_and_nothing_is_done(desk: Client, pairing: Pairing) -> None:
    page = desk.get(f"{place(pairing)}exclusion/").content.decode()
    assert "Amina Diallo: Bruno Ferreira → nobody" in page
    assert Change.objects.count() == 0


def test_keeping_apart_takes_the_pair_out_of_the_run(desk: Client, pairing: Pairing) -> None:
    desk.post(f"{place(pairing)}exclusion/", {"revision": 0, "why": "They asked for it"})
    assert Pairing.objects.count() == 0


def test_a_change_made_meanwhile_is_noticed(desk: Client, pairing: Pairing) -> None:
    desk.post(f"{place(pairing)}lock/", {"revision": 0})
    desk.post(f"{place(pairing)}exclusion/", {"revision": 0})
    assert Pairing.objects.count() == 1


def test_the_history_says_who_did_what(desk: Client, pairing: Pairing) -> None:
    desk.post(f"{place(pairing)}lock/", {"revision": 0})
    page = desk.get(f"{RUN}changes/").content.decode()
    assert "Locked: Amina Diallo with Bruno Ferreira" in page
    assert "Chen Wei" in page


def test_a_pair_that_is_not_there_is_not_found(desk: Client, run: Run) -> None:
    assert desk.get(f"{RUN}pairs/{uuid.uuid4()}/").status_code == 404


def test_two_runs_are_laid_side_by_side(desk: Client, run: Run) -> None:
    desk.post("/p/first-steps/runs/", {"tried": 1, "w-skills": 1})
    page = desk.get("/p/first-steps/runs/comparison/").content.decode()
    assert "0 mentees would meet somebody else" in page
