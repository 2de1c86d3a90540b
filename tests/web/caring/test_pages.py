"""Journeys, timers, questions and handing over, as people use them."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cairn.care.asking import Asking
from cairn.care.planning import after_meeting
from cairn.care.simulating import simulate
from cairn.kernel import ids
from cairn.mentorships.action import Action
from cairn.mentorships.mentorship import Mentorship
from cairn.programmes.coordination import Coordination
from cairn.programmes.enrolment import MENTEE, MENTOR
from cairn.programmes.timers import Timers
from tests import cast as players
from tests.care.conftest import booked, called_off, meet, on_day, watch
from tests.care.conftest import pair as pair  # noqa: PLC0414 - a fixture, lent
from tests.cast import Cast
from tests.web.browsing import browser_of

JOURNEYS, TIMERS, HANDOVER = "/p/first-steps/journeys/", "/p/first-steps/timers/", "/p/first-steps/handover/"


@pytest.fixture
def desk(cast: Cast) -> Client:
    """Chen's browser."""
    return browser_of(cast.chen)


@pytest.fixture
def asking(cast: Cast, pair: Mentorship) -> Asking:
    """Amina is asked after the first meeting."""
    meeting = meet(pair, 2)
    with on_day(2.1):
        after_meeting(meeting)
    found: Asking = Asking.objects.get(person=cast.amina)
    return found


def test_a_journey_shows_stage_next_meeting_and_how_it_goes(desk: Client, pair: Mentorship) -> None:
    booked(pair, 40)
    with on_day(30):
        watch(pair.organisation)
        page = desk.get(JOURNEYS).content.decode()
    assert "Finding each other" in page
    assert "Beginning" in page
    assert "One-to-one" in page
    assert "none booked" not in page


def test_no_journey_yet_says_what_to_do(desk: Client, cast: Cast) -> None:
    assert "No journey has begun yet" in desk.get(JOURNEYS).content.decode()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=amina", True),
        ("q=nobody", False),
        ("stage=forming", True),
        ("stage=closed", False),
        ("stage=rests", False),
        ("health=forming&sort=health", True),
        ("health=at_risk", False),
        ("sort=next", True),
        ("sort=quiet", True),
        ("sort=odd&stage=odd&page=99", True),
    ],
)
def test_journeys_are_searched_filtered_and_sorted(
    desk: Client, pair: Mentorship, query: str, found: bool
) -> None:
    with on_day(30):
        watch(pair.organisation)
        page = desk.get(f"{JOURNEYS}?{query}").content.decode()
    assert ("Amina Diallo" in page) is found


def test_a_quiet_format_is_not_listed(desk: Client, cast: Cast) -> None:
    with on_day(0):
        bruno, amina = players.enrol(cast.bruno, MENTOR), players.enrol(cast.amina, MENTEE)
        Mentorship.begin(mentor=bruno, mentee=amina, origin=ids.new(), format="coping")
    assert "Amina" not in desk.get(JOURNEYS).content.decode()


def test_many_journeys_ask_no_more_questions_than_one(desk: Client, cast: Cast, pair: Mentorship) -> None:
    asked = []
    for count in (0, 2):
        for number in range(count):
            mentor = players.enrol(players.person(f"Mentor{number} Number"), MENTOR)
            mentee = players.enrol(players.person(f"Mentee{number} Number"), MENTEE)
            Mentorship.begin(mentor=mentor, mentee=mentee, origin=ids.new())
        with CaptureQueriesContext(connection) as queries:
            desk.get(f"{JOURNEYS}?sort=health")
        asked.append(len(queries))
    assert asked[0] == asked[1]


def test_a_simulation_counts_what_other_numbers_would_have_done(cast: Cast, pair: Mentorship) -> None:
    meet(pair, 12)
    meet(pair, 30)
    called_off(pair, 44, by=cast.bruno)
    called_off(pair, 46, by=cast.bruno)
    with on_day(60):
        usual = simulate(pair.programme, Timers())
        strict = simulate(pair.programme, Timers(first_meeting_days=10, gap_factor=1.0))
        patient = simulate(pair.programme, Timers(gap_factor=9.0, cancelled_in_row=3))
    assert {code: n for code, n in usual.counts.items() if n} == {"W1": 1, "W3": 1, "W4": 1}
    assert (strict.counts["W2"], strict.counts["W3"], strict.total) == (1, 2, 5)
    assert (patient.counts["W3"], patient.counts["W4"], usual.mentorships) == (0, 0, 1)


def test_timers_are_tried_on_the_past_and_nothing_is_kept(desk: Client, pair: Mentorship) -> None:
    meet(pair, 12)
    with on_day(20):
        page = desk.get(TIMERS, {"first_meeting_days": "10", "gap_factor": "1.5"}).content.decode()
    assert "1 nudge more" in page
    assert pair.programme.settings() is None


def test_timers_are_kept_where_they_differ_from_the_usual(desk: Client, pair: Mentorship) -> None:
    usual = {key: value for key, value in vars(Timers()).items() if not key.startswith("_")}
    answer = desk.post(TIMERS, {**usual, "first_meeting_days": 10})
    assert answer.status_code == 302
    assert pair.programme.section("timers") == {"first_meeting_days": 10}


@pytest.mark.parametrize("wrong", ["0", "-3", "soon", "9" * 30])
def test_a_number_that_cannot_be_meant_is_named_and_nothing_is_kept(
    desk: Client, pair: Mentorship, wrong: str
) -> None:
    usual = {key: value for key, value in vars(Timers()).items() if not key.startswith("_")}
    answer = desk.post(TIMERS, {**usual, "lead_days": wrong})
    assert answer.status_code == 400
    assert "One field needs a look" in answer.content.decode()
    assert pair.programme.settings() is None


def test_a_question_is_answered_on_one_screen_and_the_next_follows(cast: Cast, asking: Asking) -> None:
    browser = browser_of(cast.amina)
    with on_day(3):
        assert browser.get("/checks/")["Location"] == f"/checks/{asking.pk}/"
        page = browser.get(f"/checks/{asking.pk}/").content.decode()
        assert "How useful was this meeting for you?" in page
        assert "House scale – not yet validated" in page
        browser.post(f"/checks/{asking.pk}/", {"useful": "5", "step": "Ask one question", "remark": "Good"})
        assert "Nothing is asked of you" in browser.get("/checks/").content.decode()
    assert asking.answered.answers == {"useful": 5}
    assert Action.objects.get(owner=cast.amina).then == "Ask one question"


def test_nothing_chosen_is_asked_for_again_with_what_was_typed(cast: Cast, asking: Asking) -> None:
    with on_day(3):
        answer = browser_of(cast.amina).post(f"/checks/{asking.pk}/", {"step": "Ask one question"})
    assert answer.status_code == 409
    assert "Ask one question" in answer.content.decode()
    assert not Action.objects.exists()


def test_not_this_time(cast: Cast, asking: Asking) -> None:
    with on_day(3):
        browser_of(cast.amina).post(f"/checks/{asking.pk}/skipping/")
    asking.refresh_from_db()
    assert asking.state == "skipped"


def test_handing_over_names_the_next_one_before_the_last_one_goes(desk: Client, cast: Cast) -> None:
    desk.post(HANDOVER, {"email": cast.dara.email})
    rows = Coordination.objects.filter(programme__slug="first-steps")
    assert [row.person for row in rows] == [cast.dara]
    assert desk.get(HANDOVER).status_code == 404


def test_handing_over_and_staying_beside(desk: Client, cast: Cast) -> None:
    desk.post(HANDOVER, {"email": cast.dara.email, "stay": "on"})
    assert Coordination.objects.filter(programme__slug="first-steps").count() == 2


def test_handing_over_to_nobody_changes_nothing(desk: Client, cast: Cast) -> None:
    for email in ("nobody@lakeside.example", cast.chen.email, ""):
        assert desk.post(HANDOVER, {"email": email}).status_code == 400
    assert Coordination.objects.get(programme__slug="first-steps").person == cast.chen
