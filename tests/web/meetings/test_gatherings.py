"""Sessions with seats and office hours, on one page."""

from collections.abc import Iterator

import pytest

from cairn.kernel import clock
from cairn.meetings.meeting import Meeting
from cairn.meetings.office_hours import OfficeHours
from cairn.people.person import Person
from tests import cast as players
from tests.cast import Cast
from tests.meetings.conftest import MONDAY
from tests.web.browsing import browser_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _monday() -> Iterator[None]:
    with clock.moved(to=MONDAY):
        yield


def post(who: Person, address: str = "", **said: object) -> str:
    return browser_of(who).post(f"/gatherings/{address}", said, follow=True).content.decode()


def page(who: Person) -> str:
    return browser_of(who).get("/gatherings/").content.decode()


def announced(who: Person, **more: object) -> str:
    said = {
        "kind": "webinar",
        "title": "Find your voice",
        "day": "2026-03-05",
        "start": "12:00",
        "minutes": 30,
    }
    where = players.programme().pk
    return post(who, "sessions/", **{**said, "seats": 1, "programme": where, **more})


def test_a_mentor_announces_and_one_takes_the_only_seat(cast: Cast) -> None:
    assert "It is announced" in announced(cast.bruno)
    session = Meeting.objects.get()
    amina = browser_of(cast.amina)
    assert "1 seat left" in page(cast.amina)
    amina.post(f"/meetings/{session.pk}/seat/")
    assert ["0 seats left" in page(cast.amina), "Give my seat back" in page(cast.amina)] == [True, True]
    amina.post(f"/meetings/{session.pk}/seat/", {"back": "1"})
    assert "1 seat left" in page(cast.amina)


def test_nobody_else_announces_and_faults_are_given_back(cast: Cast) -> None:
    assert "Announce a session" not in page(cast.amina)
    announced(cast.amina)
    assert "Find your voice" in announced(cast.bruno, seats=0)
    assert "short" in announced(cast.bruno, minutes=90)
    assert Meeting.objects.count() == 0


def test_a_stranger_sees_nothing_of_it(cast: Cast) -> None:
    announced(cast.bruno)
    assert "Find your voice" not in page(cast.dara)
    session = Meeting.objects.get()
    assert browser_of(cast.dara).post(f"/meetings/{session.pk}/seat/").status_code == 404


def test_office_hours_are_opened_taken_and_closed(cast: Cast) -> None:
    where = players.programme().pk
    said = {"weekday": 2, "start": "15:00", "end": "16:00", "minutes": 20, "per_week": 1, "topic": "Anything"}
    assert "Your door is open" in post(cast.bruno, "office-hours/", programme=where, **said)
    office = OfficeHours.objects.get()
    shown = page(cast.amina)
    at = shown.split('name="at" value="')[1].split('"')[0]
    assert "Booked" in post(cast.amina, f"office-hours/{office.pk}/", at=at)
    assert Meeting.objects.get().kind == "office"
    assert at not in page(cast.amina)
    assert "Closed" in post(cast.bruno, f"office-hours/{office.pk}/", close="1")
    assert "Nobody keeps office hours yet" in page(cast.amina)
