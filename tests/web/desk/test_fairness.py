"""Fairness is read, not counted, by a page; groups below ten are told kindly instead of shown."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cairn.inclusion.fairness_report import publish_fairness
from cairn.matching.run import Run
from cairn.matching.running import make_run
from tests import cast as players
from tests.cast import Cast
from tests.inclusion.test_fairness import mentees

FAIRNESS = "/p/first-steps/runs/1/fairness/"
TOO_FEW = "Too few {side} spoke of this to count them without giving somebody away: Gender."


@pytest.fixture
def counted(cast: Cast) -> Run:
    """A run of thirty women, twenty men and fourteen divers, most of whom wait."""
    mentees(women=30, men=20, divers=14)
    made = make_run(players.programme(), by=cast.chen)
    publish_fairness(made)
    return made


def test_a_run_before_its_count_says_so(desk: Client, run: Run) -> None:
    assert "are being counted" in desk.get(FAIRNESS).content.decode()


def test_large_groups_stand_in_a_table(desk: Client, counted: Run) -> None:
    page = desk.get(FAIRNESS).content.decode()
    assert "Mentees by gender" in page
    assert [f">{name}</th>" in page for name in ("women", "men", "divers")] == [True, True, True]


def test_small_groups_are_told_kindly_and_not_shown(desk: Client, cast: Cast) -> None:
    mentees(women=3, men=2)
    publish_fairness(make_run(players.programme(), by=cast.chen))
    page = desk.get(FAIRNESS).content.decode()
    assert (TOO_FEW.format(side="mentees") in page, "women" in page) == (True, False)


def test_a_side_that_said_nothing_gets_a_sentence_and_no_table(desk: Client, counted: Run) -> None:
    page = desk.get(FAIRNESS).content.decode()
    assert (page.count("<table"), "Mentors by gender" in page) == (1, False)
    assert page.count(TOO_FEW.format(side="mentors")) == 1


def test_groups_that_stay_hidden_are_named_together(desk: Client, cast: Cast) -> None:
    mentees(women=30, men=20, divers=14, agender=4)
    publish_fairness(make_run(players.programme(), by=cast.chen))
    page = desk.get(FAIRNESS).content.decode()
    assert (page.count(">Other groups</th>"), "></th>" in page) == (1, False)


def test_reading_it_writes_nothing(desk: Client, counted: Run) -> None:
    with CaptureQueriesContext(connection) as queries:
        desk.get(FAIRNESS)
    changes = [each["sql"] for each in queries if each["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]
    assert changes == []


def test_the_lab_shows_the_shares_of_the_last_run(desk: Client, counted: Run) -> None:
    page = desk.get("/p/first-steps/lab/").content.decode()
    assert "Mentees by gender" in page
    assert "Fairness of run 1" in page
