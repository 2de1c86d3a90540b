"""The pictures show what they were given, and nothing they may not."""

import re
from types import SimpleNamespace

import pytest
from django.utils import translation
from django.utils.safestring import SafeString

from cairn.web.drawing.fit import fit
from cairn.web.drawing.histogram import histogram
from cairn.web.drawing.journey import journey
from cairn.web.drawing.landscape import landscape
from cairn.web.drawing.levels import levels
from cairn.web.drawing.load import mentor_load
from cairn.web.drawing.mark import mark, waiting
from cairn.web.drawing.stone import classes_of, stone
from cairn.web.drawing.supply import supply
from cairn.web.drawing.week import week

AMINA = [(0, 720, 900), (2, 600, 720)]
BRUNO = [(0, 780, 1020), (4, 600, 720)]


def rows(picture: SafeString) -> list[list[str]]:
    """The numbers under a picture, as text."""
    found = re.findall(r"<tr>(.*?)</tr>", picture, flags=re.DOTALL)
    return [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row) for row in found]


def test_a_week_says_which_hours_are_shared() -> None:
    picture = week(AMINA, BRUNO, name="Bruno")
    assert rows(picture)[1] == ["Monday", "12:00–15:00", "13:00–17:00", "13:00–15:00"]
    assert 'aria-label="2 hours a week in common"' in picture


def test_a_span_past_midnight_goes_on_the_next_day() -> None:
    table = rows(week([(6, 1380, 60)]))
    assert [table[7], table[1]] == [["Sunday", "23:00–00:00"], ["Monday", "00:00–01:00"]]


def test_a_week_takes_rows_of_the_database_as_well() -> None:
    hour = SimpleNamespace(weekday=3, start=540, end=600)
    assert rows(week([hour]))[4] == ["Thursday", "09:00–10:00"]


def test_a_week_begins_where_reading_begins() -> None:
    leftward = week(AMINA)
    with translation.override("ar"):
        rightward = week(AMINA)
    assert leftward.count('x="0%"') == rightward.count('x="100%"') > 0


def test_the_heaviest_stone_of_a_fit_lies_at_the_bottom() -> None:
    picture = fit([("Goals", 0.9, 8), ("Values", 0.5, 2)])
    assert picture.index(">Values <small>") < picture.index(">Goals <small>")
    assert rows(picture)[1:] == [["Goals", "strong", "0.90", "8"], ["Values", "good", "0.50", "2"]]


def test_a_fit_never_says_a_percentage() -> None:
    spoken = re.sub(r"<[^>]+>", " ", fit({"parts": [{"label": "Goals", "value": 0.9}]}))
    assert "%" not in spoken


def test_a_fit_that_misses_altogether_is_an_empty_stone() -> None:
    picture = fit([("Goals", 0.0, 8)])
    assert "f-sunken" in picture
    assert "f-3" not in picture


def test_a_shortage_is_drawn_as_one() -> None:
    picture = supply([("ethics", 16, 4), ("python", 13, 21)], labels={"ethics": "Data ethics"})
    assert rows(picture)[1:] == [["Data ethics", "16", "4", "-12"], ["python", "13", "21", "8"]]
    assert picture.count("is-short") == 1


def test_a_histogram_can_show_the_last_run_behind() -> None:
    picture = histogram([0, 1, 2], before=[1, 1, 1])
    assert rows(picture)[1:] == [["0.0–0.3", "0", "1"], ["0.3–0.7", "1", "1"], ["0.7–1.0", "2", "1"]]


def test_a_mentor_over_their_limit_shows() -> None:
    picture = mentor_load([("Ines", 4, 3), ("Tomás", 0, 2)])
    assert [picture.count("<ellipse"), picture.count('class="f-clay"')] == [6, 2]


def test_a_journey_lays_as_many_stones_as_were_reached() -> None:
    states = [row[1] for row in rows(journey(3, held=3, planned=8))[1:]]
    assert states == ["done", "done", "done", "to come", "to come"]


def test_a_goal_says_its_level_in_words() -> None:
    assert "Level +0, aiming for +1, on a scale from −2 to +2" in levels(reached=0, aim=1)


def test_a_stone_is_the_same_wherever_somebody_is_seen() -> None:
    who = SimpleNamespace(id="0191-7", name="Amina Diallo")
    assert stone(who) == stone(who)
    assert {classes_of(number).split()[0] for number in range(200)} == {f"stone--c{n}" for n in range(1, 9)}


def test_what_people_are_called_cannot_become_markup() -> None:
    assert "<script>" not in stone("<script> <b>") + supply([("<script>", 1, 1)]) + week(
        [], [], name="<script>"
    )


@pytest.mark.parametrize(
    "picture",
    [
        week(AMINA, BRUNO),
        fit([("Goals", 0.5, 1)]),
        supply([("a", 2, 1)]),
        histogram([1] * 10),
        mentor_load([("Bruno", 1, 2)]),
        journey(2),
        levels(reached=0, aim=1),
        landscape(),
        mark(),
        waiting(),
        stone("Amina"),
    ],
)
def test_no_picture_carries_a_style_of_its_own(picture: SafeString) -> None:
    assert re.findall(r"\sstyle=|\son\w+=|<style|<script", picture) == []
