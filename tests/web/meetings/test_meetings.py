"""Finding a time in two clicks, and the page of one meeting before, while and after it."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cairn.kernel import clock, ids
from cairn.meetings.booking import book
from cairn.meetings.cancellation import Cancellation
from cairn.meetings.meeting import Meeting
from cairn.meetings.note import Note
from cairn.meetings.proposing import people_of, propose
from cairn.mentorships.mentorship import Mentorship
from cairn.people.person import Person
from cairn.programmes.enrolment import MENTEE, MENTOR
from tests import cast as players
from tests.cast import Cast
from tests.meetings.conftest import MONDAY, free, fresh, utc
from tests.web.browsing import browser_of

pytestmark = pytest.mark.django_db
START = utc(3, 10)


@pytest.fixture(autouse=True)
def _monday() -> Iterator[None]:
    with clock.moved(to=MONDAY):
        yield


@pytest.fixture
def pair(cast: Cast) -> Mentorship:
    """Amina in Lagos, Bruno in Lisbon, both free from nine to twelve."""
    for person in (cast.amina, cast.bruno):
        free(person, *range(5))
    return Mentorship.begin(
        mentor=players.enrol(cast.bruno, MENTOR), mentee=players.enrol(cast.amina, MENTEE), origin=ids.new()
    )


@pytest.fixture
def meeting(pair: Mentorship, cast: Cast) -> Meeting:
    return book(people=people_of(pair), at=START, minutes=30, by=cast.amina, mentorship=pair)


def page(who: Person, address: str) -> str:
    return browser_of(who).get(address).content.decode()


def post(who: Person, address: str, **said: object) -> str:
    return browser_of(who).post(address, said, follow=True).content.decode()


def test_a_time_is_booked_with_one_click_on_the_page(pair: Mentorship, cast: Cast) -> None:
    address = f"/together/{pair.pk}/times/"
    shown = page(cast.amina, address)
    assert shown.count("time--best") == 3
    assert "10:00 for" in shown or "09:00 for" in shown
    assert Meeting.objects.count() == 0
    value = shown.split('time--best" name="at" value="')[1].split('"')[0]
    assert "Booked" in post(cast.amina, address, at=value)
    assert Meeting.objects.get().starts_at.isoformat() == value


def test_held_times_come_first(pair: Mentorship, cast: Cast) -> None:
    held = propose(pair)
    shown = page(cast.bruno, f"/together/{pair.pk}/times/")
    assert [each.starts_at.isoformat() in shown.split("More times")[0] for each in held] == [True] * 3


@pytest.mark.parametrize("at", ["", "tomorrow", "2026-03-03T03:00:00+00:00", "2026-13-45T99:00:00Z"])
def test_a_time_that_cannot_be_is_refused_kindly(pair: Mentorship, cast: Cast, at: str) -> None:
    shown = post(cast.amina, f"/together/{pair.pk}/times/", at=at)
    assert ("Please choose" in shown, Meeting.objects.count()) == (True, 0)


def test_no_hour_in_common_offers_letters(pair: Mentorship, cast: Cast) -> None:
    from cairn.people.free_hour import FreeHour

    FreeHour.objects.filter(person=cast.bruno).update(start=20 * 60, end=21 * 60)
    assert "No hour in common" in page(cast.amina, f"/together/{pair.pk}/times/")
    shown = post(cast.amina, f"/together/{pair.pk}/letters/")
    assert "In writing" in shown
    letters = Meeting.objects.get()
    block = shown.split('name="block" value="')[1].split('"')[0]
    assert "A turning point" in post(
        cast.amina, f"/meetings/{letters.pk}/letters/", block=block, body="A turning point"
    )


def test_both_read_the_hour_of_their_own_clock(meeting: Meeting, cast: Cast) -> None:
    assert "11:00–11:30" in page(cast.amina, f"/meetings/{meeting.pk}/")
    bruno = page(cast.bruno, f"/meetings/{meeting.pk}/")
    assert ("10:00–10:30" in bruno, "11:00 for" in bruno) == (True, True)


def test_topics_cards_and_notes(meeting: Meeting, cast: Cast) -> None:
    at = f"/meetings/{meeting.pk}/"
    post(cast.amina, at + "topics/", words="My first talk")
    card = page(cast.amina, at).split('name="card" value="')[1].split('"')[0]
    post(cast.bruno, at + "cards/", card=card)
    post(cast.amina, at + "notes/", body="For me alone")
    post(cast.amina, at + "notes/", body="For us both", shared="on")
    bruno = page(cast.bruno, at)
    assert ["My first talk" in bruno, "a card drawn by" in bruno] == [True, True]
    assert ["For me alone" in bruno, "For us both" in bruno] == [False, True]
    own = Note.objects.get(shared=False)
    post(cast.bruno, f"{at}notes/{own.pk}/", body="Changed", shared="on")
    post(cast.bruno, f"{at}notes/{own.pk}/removal/")
    assert Note.objects.get(pk=own.pk).body == "For me alone"
    post(cast.amina, f"{at}notes/{own.pk}/removal/")
    assert Note.objects.count() == 1


def test_moving_and_calling_off(meeting: Meeting, cast: Cast) -> None:
    at = f"/meetings/{meeting.pk}/"
    assert "Moved" in post(cast.bruno, at + "times/", at=utc(4, 10).isoformat())
    assert fresh(meeting).sequence == 1
    assert "Call it off?" in page(cast.bruno, at + "cancellation/")
    assert Cancellation.objects.count() == 0
    assert "Called off" in post(cast.bruno, at + "cancellation/")
    assert "Find another time" in page(cast.amina, at)


def test_running_late_and_we_met(meeting: Meeting, cast: Cast) -> None:
    at = f"/meetings/{meeting.pk}/"
    with clock.moved(to=START - timedelta(minutes=5)):
        post(cast.bruno, at + "lateness/", minutes="10")
        assert "10 minutes late" in page(cast.amina, at)
    with clock.moved(to=START + timedelta(minutes=40)):
        assert "Did you meet?" in page(cast.amina, "/today/")
        for who in (cast.amina, cast.bruno):
            shown = post(who, at + "held/")
        assert ("You met" in shown, "Book the next one" in shown) == (True, True)
    assert fresh(meeting).state == "held"


def test_somebody_who_did_not_come_is_not_blamed(meeting: Meeting, cast: Cast) -> None:
    with clock.moved(to=START + timedelta(minutes=15)):
        shown = post(cast.amina, f"/meetings/{meeting.pk}/absence/", person=cast.bruno.pk)
    assert ("without blame" in shown, fresh(meeting).state) == (True, "no_show")


def test_made_regular_after_a_look_at_every_day(meeting: Meeting, cast: Cast) -> None:
    at = f"/meetings/{meeting.pk}/series/"
    assert page(cast.amina, at + "?every=1&count=4").count("suits everybody") == 4
    assert Meeting.objects.count() == 1
    assert "4 meetings are booked" in post(cast.amina, at, every="1", count="4")
    assert set(Meeting.objects.values_list("number", flat=True)) == {1, 2, 3, 4, 5}
    assert "are called off" in post(cast.amina, at + "ending/")
    assert post(cast.amina, at, every="1", count="9999").count("field__error") >= 1


def test_nobody_else_sees_any_of_it(pair: Mentorship, meeting: Meeting, cast: Cast) -> None:
    for who in (cast.chen, cast.dara, cast.ada):
        for address in (f"/meetings/{meeting.pk}/", f"/together/{pair.pk}/times/"):
            assert browser_of(who).get(address).status_code == 404


def test_today_shows_what_is_ahead_in_few_questions(pair: Mentorship, meeting: Meeting, cast: Cast) -> None:
    def asked() -> int:
        browser = browser_of(cast.amina)
        browser.get("/today/")
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert "Your next meetings" in browser.get("/today/").content.decode()
        return len(queries)

    one = asked()
    for day in (4, 5, 6):
        book(people=people_of(pair), at=utc(day, 10), minutes=30, by=cast.amina, mentorship=pair)
    assert asked() == one
