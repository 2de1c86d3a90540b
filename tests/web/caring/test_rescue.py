"""The rescue queue as a coordinator works it: who, why, one click, many at once, and what never shows."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cairn.care.rescue_act import RescueAct
from cairn.care.signal import Signal
from cairn.kernel import ids
from cairn.meetings.meeting import Meeting
from cairn.mentorships.mentorship import Mentorship
from cairn.people.free_hour import FreeHour
from cairn.programmes.enrolment import MENTEE, MENTOR
from cairn.programmes.programme import Programme
from tests import cast as players
from tests.care.conftest import agree, meet, on_day, watch
from tests.care.conftest import pair as pair  # noqa: PLC0414 - a fixture, lent
from tests.cast import Cast
from tests.web.browsing import browser_of

QUEUE = "/p/first-steps/rescue/"


@pytest.fixture
def desk(cast: Cast) -> Client:
    """Chen's browser."""
    return browser_of(cast.chen)


def stalled(mentorship: Mentorship) -> Signal:
    """They met once, long ago; everybody was told."""
    with on_day(1):
        agree(mentorship)
    meet(mentorship, 2)
    for day in (30, 38):
        with on_day(day):
            watch(mentorship.organisation)
    found: Signal = Signal.objects.get(code="W3", mentorship=mentorship)
    return found


def more_pairs(count: int) -> None:
    """Bruno with others, none of whom ever booked."""
    mentor = players.enrol(players.person("Mei Okafor"), MENTOR, capacity=9)
    with on_day(0):
        for number in range(count):
            mentee = players.enrol(players.person(f"Mentee{number} Number"), MENTEE)
            Mentorship.begin(mentor=mentor, mentee=mentee, origin=ids.new())


def test_an_empty_queue_says_why_and_where_to_look(desk: Client, cast: Cast) -> None:
    page = desk.get(QUEUE).content.decode()
    assert "Nobody needs rescuing" in page
    assert "/p/first-steps/journeys/" in page


def test_a_case_says_who_why_and_comes_with_words(desk: Client, pair: Mentorship) -> None:
    stalled(pair)
    with on_day(39):
        page = desk.get(QUEUE).content.decode()
    assert "Amina Diallo" in page
    assert "Longer without a meeting than agreed" in page
    assert "Hello Amina and Bruno," in page or "Hello Bruno and Amina," in page


def test_one_click_sends_the_words_and_the_case_rests(desk: Client, pair: Mentorship) -> None:
    signal = stalled(pair)
    with on_day(39):
        answer = desk.post(f"{QUEUE}{signal.pk}/", {"act": "nudge", "words": "Hello you two"}, follow=True)
        page = answer.content.decode()
    assert RescueAct.objects.get().words == "Hello you two"
    assert "1 under way" in page
    assert "Nobody needs rescuing" in page


def test_words_that_are_missing_are_asked_for_and_nothing_is_sent(desk: Client, pair: Mentorship) -> None:
    signal = stalled(pair)
    with on_day(39):
        answer = desk.post(f"{QUEUE}{signal.pk}/", {"act": "nudge", "words": "  "})
        unknown = desk.post(f"{QUEUE}{signal.pk}/", {"act": "dismiss", "words": "Hello"})
    assert (answer.status_code, unknown.status_code) == (409, 409)
    assert not RescueAct.objects.exists()


def test_offering_times_holds_three_that_suit_both(desk: Client, cast: Cast, pair: Mentorship) -> None:
    for person in (cast.amina, cast.bruno):
        for weekday in range(5):
            FreeHour.objects.create(
                organisation=person.organisation, person=person, weekday=weekday, start=480, end=1080
            )
    signal = stalled(pair)
    with on_day(39):
        desk.post(f"{QUEUE}{signal.pk}/", {"act": "slots", "words": "Three times"})
        assert Meeting.objects.of_mentorship(pair).proposed().count() == 3


def test_a_pair_that_never_met_is_matched_anew(desk: Client, pair: Mentorship) -> None:
    for day in (14, 22):
        with on_day(day):
            watch(pair.organisation)
    with on_day(23):
        signal = Signal.objects.get(code="W2")
        desk.post(f"{QUEUE}{signal.pk}/", {"act": "rematch", "words": "Somebody else may suit you"})
    pair.refresh_from_db()
    assert (pair.state, pair.closed_as) == ("closed", "rematched")


def test_what_was_solved_meanwhile_is_not_acted_on(desk: Client, pair: Mentorship) -> None:
    signal = stalled(pair)
    signal.solve()
    with on_day(39):
        page = desk.post(f"{QUEUE}{signal.pk}/", {"act": "nudge", "words": "Hello"}).content.decode()
    assert "got going again by themselves" in page
    assert not RescueAct.objects.exists()


def test_many_are_shown_before_anything_is_sent_and_then_written_to(desk: Client, cast: Cast) -> None:
    more_pairs(3)
    for day in (7, 14.1):
        with on_day(day):
            watch(cast.chen.organisation)
    with on_day(15):
        ticked = [str(each.pk) for each in Signal.objects.filter(code="W1")[:2]]
        page = desk.get(f"{QUEUE}many/", {"signal": ticked}).content.decode()
        assert "Write to 2 pairs" in page
        assert not RescueAct.objects.exists()
        desk.post(f"{QUEUE}many/", {"signal": ticked, "act": "nudge", "words": "Hello you two"})
    assert RescueAct.objects.count() == 2


def test_nobody_ticked_is_said_kindly(desk: Client, cast: Cast) -> None:
    assert "Nobody is ticked" in desk.get(f"{QUEUE}many/").content.decode()


def test_a_long_queue_has_pages_and_causes_and_asks_no_more_questions(desk: Client, cast: Cast) -> None:
    more_pairs(1)
    asked = []
    for count in (0, 24):
        for number in range(count):
            mentor = players.enrol(players.person(f"Mentor{number} Number"), MENTOR)
            mentee = players.enrol(players.person(f"Other{number} Number"), MENTEE)
            with on_day(0):
                Mentorship.begin(mentor=mentor, mentee=mentee, origin=ids.new())
        for day in (7, 14.1):
            with on_day(day):
                watch(cast.chen.organisation)
        with on_day(15), CaptureQueriesContext(connection) as queries:
            page = desk.get(QUEUE).content.decode()
        asked.append(len(queries))
    assert asked[0] == asked[1]
    assert "25 pairs could use you" in page
    assert "Page 1 of 2" in page


def test_what_worked_before_stands_beside_the_act(desk: Client, cast: Cast, pair: Mentorship) -> None:
    signal = stalled(pair)
    with on_day(39):
        desk.post(f"{QUEUE}{signal.pk}/", {"act": "nudge", "words": "Hello"})
    with on_day(41):
        meet(pair, 41)
        watch(pair.organisation)
    with on_day(80):
        watch(pair.organisation)
    with on_day(88):
        watch(pair.organisation)
        page = desk.get(QUEUE).content.decode()
    assert "helped 1 of 1 time" in page


def test_decisions_name_the_causes_and_a_second_coordinator(
    desk: Client, cast: Cast, pair: Mentorship
) -> None:
    stalled(pair)
    with on_day(39):
        page = desk.get("/p/first-steps/").content.decode()
    assert "Longer without a meeting than agreed: 1 pair" in page
    assert "?cause=W3" in page
    assert "Name a second coordinator" in page
    players.coordinate(cast.ada, Programme.objects.get(slug="first-steps"))
    assert "Name a second coordinator" not in desk.get("/p/first-steps/").content.decode()


def test_a_line_manager_who_coordinates_sees_nothing_of_it(
    desk: Client, cast: Cast, pair: Mentorship
) -> None:
    signal = stalled(pair)
    cast.bruno.manager = cast.chen
    cast.bruno.save()
    with on_day(39):
        assert "Nobody needs rescuing" in desk.get(QUEUE).content.decode()
        assert desk.get(f"{QUEUE}{signal.pk}/").status_code == 404
        assert "At risk" not in desk.get("/p/first-steps/journeys/").content.decode().split("<tbody>")[1]
