"""One's own week: an hour free in part stays so unless it is changed; days that differ; habits."""

from collections.abc import Iterator

import pytest

from cairn.kernel import clock
from cairn.meetings.day_exception import DayException
from cairn.meetings.habits import Habits
from cairn.people.free_hour import FreeHour
from cairn.people.person import Person
from tests.cast import Cast
from tests.meetings.conftest import MONDAY, free
from tests.web.browsing import browser_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _monday() -> Iterator[None]:
    with clock.moved(to=MONDAY):
        yield


def post(who: Person, address: str, **said: object) -> str:
    return browser_of(who).post(f"/me/hours/{address}", said, follow=True).content.decode()


def week(who: Person) -> list[tuple[int, int, int]]:
    return list(FreeHour.objects.filter(person=who).values_list("weekday", "start", "end"))


def test_ticked_hours_become_the_week(cast: Cast) -> None:
    post(cast.amina, "week/", **{"h0-9": "on", "h0-10": "on", "h0-14": "on", "h4-20": "on"})
    assert week(cast.amina) == [(0, 540, 660), (0, 840, 900), (4, 1200, 1260)]
    assert week(cast.bruno) == []


def test_an_hour_free_in_part_stays_so(cast: Cast) -> None:
    free(cast.amina, 0, start=9 * 60 + 30, end=11 * 60 + 15)
    assert "is-part" in browser_of(cast.amina).get("/me/hours/").content.decode()
    post(cast.amina, "week/", **{"h0-9": "on", "h0-10": "on", "h0-11": "on", "h0-13": "on"})
    assert week(cast.amina) == [(0, 570, 675), (0, 780, 840)]
    post(cast.amina, "week/", **{"h0-10": "on"})
    assert week(cast.amina) == [(0, 600, 660)]


def test_days_off_in_a_row_are_one_line_and_can_be_taken_back(cast: Cast) -> None:
    shown = post(cast.amina, "days-off/", first="2026-03-09", last="2026-03-13")
    assert (DayException.objects.count(), shown.count("As usual again")) == (5, 1)
    rows = list(DayException.objects.values_list("pk", flat=True))
    post(cast.bruno, "usual/", row=rows)
    assert DayException.objects.count() == 5
    post(cast.amina, "usual/", row=[*rows, "not an id"])
    assert DayException.objects.count() == 0


@pytest.mark.parametrize(
    ("first", "last"), [("2026-03-13", "2026-03-09"), ("2020-01-01", "2020-01-02"), ("soon", "2026-03-09")]
)
def test_days_that_cannot_be_taken_off_are_given_back_with_a_reason(
    cast: Cast, first: str, last: str
) -> None:
    shown = post(cast.amina, "days-off/", first=first, last=last)
    assert (DayException.objects.count(), first in shown) == (0, True)


def test_hours_of_one_day_are_added(cast: Cast) -> None:
    assert "also free" in post(cast.amina, "more/", day="2026-03-14", start="10:00", end="12:00")
    assert DayException.objects.values_list("start", "end", "free").get() == (600, 720, True)


def test_habits_and_zone_are_kept(cast: Cast) -> None:
    said = {"minutes_preferred": 25, "per_day": 2, "buffer_minutes": 15, "notice_hours": 24}
    post(cast.amina, "habits/", zone="Asia/Tokyo", **said)
    kept = Habits.objects.get(person=cast.amina)
    assert {name: getattr(kept, name) for name in said} == said
    cast.amina.refresh_from_db()
    assert cast.amina.zone == "Asia/Tokyo"
    assert "field__error" in post(cast.amina, "habits/", zone="Asia/Tokyo", **{**said, "per_day": 0})
