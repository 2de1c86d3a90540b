"""The twelve signals: when each is raised, whom it is about, and when its cause is gone."""

from datetime import timedelta
from uuid import uuid4

import pytest

from cairn.care.causes import CODES
from cairn.care.signal import Signal
from cairn.care.watch import working_days
from cairn.conversations.thread import PAIR, Thread
from cairn.meetings.absence import Absence
from cairn.mentorships.goal import Goal
from cairn.mentorships.mentorship import Mentorship
from cairn.programmes.enrolment import MENTOR, Enrolment
from tests.care.conftest import BEGIN, agree, booked, called_off, meet, on_day, watch
from tests.care.test_health import rate
from tests.cast import Cast


def watched(pair: Mentorship, day: float) -> set[str]:
    """The codes that stand after the watch of that night."""
    with on_day(day):
        watch(pair.organisation)
    return set(Signal.objects.standing().values_list("code", flat=True))


def begun(pair: Mentorship, *days: float) -> None:
    """Agreed, with a goal, met on these days."""
    with on_day(0.5):
        agree(pair)
        owner = next(each for each in pair.present() if each.side != MENTOR).person
        Goal.set(pair, owner=owner, title="Speak to a full hall", shared=False)
    for day in days:
        meet(pair, day)


def test_a_week_without_a_booking_and_two_without_a_meeting(pair: Mentorship) -> None:
    assert watched(pair, 6.9) == set()
    assert watched(pair, 7) == {"W1"}
    assert watched(pair, 14) == {"W1", "W2"}


def test_a_first_meeting_that_is_booked_is_under_way(pair: Mentorship) -> None:
    booked(pair, 18)
    assert watched(pair, 15) == set()


def test_longer_than_half_as_much_again_as_agreed(pair: Mentorship) -> None:
    begun(pair, 5, 19)
    assert watched(pair, 40) == set()
    assert watched(pair, 40.1) == {"W3"}
    booked(pair, 45)
    assert watched(pair, 41) == set()


def test_two_called_off_in_a_row_by_the_same_side(cast: Cast, pair: Mentorship) -> None:
    begun(pair, 5)
    called_off(pair, 10, by=cast.bruno)
    called_off(pair, 12, by=cast.amina)
    assert watched(pair, 13) == set()
    called_off(pair, 14, by=cast.amina)
    assert watched(pair, 15) == {"W4"}
    assert Signal.objects.get().person == cast.amina
    meet(pair, 17)
    assert watched(pair, 18) == set()


def missed(pair: Mentorship, day: float, cast: Cast) -> None:
    meeting = booked(pair, day)
    meeting.state = "no_show"
    meeting.save()
    Absence.objects.create(
        organisation=pair.organisation,
        meeting=meeting,
        person=cast.bruno,
        by=cast.amina,
        at=meeting.starts_at,
    )


def test_who_did_not_come_is_helped_and_only_a_second_time_comes_before_the_coordinator(
    cast: Cast, pair: Mentorship
) -> None:
    begun(pair, 5)
    missed(pair, 12, cast)
    assert watched(pair, 13) == {"W5"}
    assert watched(pair, 21) == {"W5"}
    assert Signal.objects.get().lead_told_at is None
    missed(pair, 22, cast)
    watched(pair, 23)
    assert Signal.objects.get(code="W5").lead_told_at == BEGIN + timedelta(days=23)


def test_two_meetings_and_no_goal(cast: Cast, pair: Mentorship) -> None:
    with on_day(1):
        agree(pair)
    meet(pair, 2)
    assert watched(pair, 3) == set()
    meet(pair, 4)
    assert watched(pair, 5) == {"W6"}
    with on_day(6):
        Goal.set(pair, owner=cast.amina, title="Speak to a full hall", shared=False)
    assert watched(pair, 6) == set()


@pytest.mark.parametrize(
    ("ratings", "raised"), [((4, 2), True), ((5, 5, 3.5), True), ((5, 4, 3), True), ((4, 3), False)], ids=str
)
def test_of_little_use_or_much_less_than_before_is_asked_of_that_person_alone(
    cast: Cast, pair: Mentorship, ratings: tuple[float, ...], raised: bool
) -> None:
    begun(pair, 5)
    with on_day(6):
        rate(pair, cast.amina, *ratings)
    assert watched(pair, 7) == ({"W7"} if raised else set())
    with on_day(7):
        assert not Signal.objects.visible_to(cast.bruno).exists()
        assert Signal.objects.visible_to(cast.amina).exists() is raised


def test_what_somebody_rated_reaches_the_coordinator_only_when_they_say_so(
    cast: Cast, pair: Mentorship
) -> None:
    begun(pair, 5, 19)
    with on_day(20):
        rate(pair, cast.amina, 1)
    booked(pair, 45)
    assert watched(pair, 40) == {"W7"}
    signal = Signal.objects.get()
    assert signal.lead_told_at is None
    with on_day(40):
        signal.choose(cast.amina, "tell")
        assert Signal.objects.for_lead(cast.chen).get() == signal


def test_two_who_see_it_very_differently(cast: Cast, pair: Mentorship) -> None:
    begun(pair, 5)
    with on_day(6):
        rate(pair, cast.amina, 5, instrument="rq6")
        rate(pair, cast.bruno, 3, instrument="rq6")
    assert watched(pair, 7) == {"W8"}
    watched(pair, 30)
    assert Signal.objects.get(code="W8").lead_told_at is None


def test_a_word_that_waits_for_more_than_five_working_days(cast: Cast, pair: Mentorship) -> None:
    begun(pair, 1)
    with on_day(3):
        thread = Thread.open(people=[cast.amina, cast.bruno], kind=PAIR, origin=pair.pk)
        thread.post(cast.amina, "How about Thursday?", client_id=uuid4())
    assert watched(pair, 10) == set()
    assert watched(pair, 11) == {"W9"}
    assert Signal.objects.get().person == cast.bruno
    with on_day(12):
        thread.post(cast.bruno, "Gladly.", client_id=uuid4())
    assert watched(pair, 12) == set()


def test_working_days_leave_the_weekend_out() -> None:
    friday = BEGIN + timedelta(days=4)
    assert working_days(friday, friday + timedelta(days=3)) == 1
    assert working_days(BEGIN, BEGIN + timedelta(days=7)) == 5


def test_a_mentor_who_carries_too_much_is_told_once(cast: Cast, pair: Mentorship) -> None:
    begun(pair)
    for day in (8, 10, 12, 14, 16):
        meet(pair, day)
    assert watched(pair, 17) == {"W10"}
    assert Signal.objects.get().person == cast.bruno
    Enrolment.objects.filter(person=cast.bruno).update(capacity=1)
    watched(pair, 18)
    assert Signal.objects.filter(code="W10").count() == 1


def test_the_end_is_near_and_nobody_has_planned_a_goodbye(pair: Mentorship) -> None:
    begun(pair, 5)
    Mentorship.objects.update(ends_on=(BEGIN + timedelta(days=40)).date())
    assert watched(pair, 9) == set()
    assert watched(pair, 10) == {"W11"}
    booked(pair, 30)
    assert watched(pair, 11) == set()


def test_many_meetings_while_goals_stand_still(pair: Mentorship) -> None:
    begun(pair)
    for day in range(2, 50, 5):
        meet(pair, day, minutes=15)
    assert watched(pair, 50) == {"W12"}


def test_every_cause_has_a_rule_and_a_test() -> None:
    tested = {f"W{n}" for n in range(1, 13)}
    assert set(CODES) == tested
