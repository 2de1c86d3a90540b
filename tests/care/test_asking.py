"""Asking: who is asked what, when, how much a month, and who reads the answers."""

from datetime import timedelta

import pytest

from cairn.care import tasks
from cairn.care.answered import Answered, Remark
from cairn.care.asking import Asking
from cairn.care.instrument import instruments
from cairn.care.planning import BURDEN, END, MEETING, after_meeting, ask
from cairn.care.refusal import Refused
from cairn.care.timely import ask_in_time
from cairn.journal.entry import Entry
from cairn.kernel import clock
from cairn.meetings.attendee import Attendee
from cairn.mentorships.ending import Ending
from cairn.mentorships.goal import Goal
from cairn.mentorships.mentorship import Mentorship
from cairn.people.person import Person
from cairn.programmes.enrolment import MENTEE
from cairn.vault import keys
from tests.care.conftest import agree, meet, on_day
from tests.cast import Cast


def put_to(person: Person) -> list[tuple[str, str]]:
    """What somebody is asked: moment and instrument."""
    rows = Asking.objects.filter(person=person).order_by("made_at", "id")
    return list(rows.values_list("moment", "instrument"))


@pytest.fixture
def asking(cast: Cast, pair: Mentorship) -> Asking:
    """Amina is asked after the first meeting."""
    meeting = meet(pair, 5)
    with on_day(5.1):
        after_meeting(meeting)
    found: Asking = Asking.objects.get(person=cast.amina)
    return found


def test_after_a_meeting_everybody_who_came_is_asked_once(cast: Cast, pair: Mentorship) -> None:
    meeting = meet(pair, 5)
    Attendee.objects.filter(meeting=meeting, person=cast.bruno).update(came=False)
    with on_day(5.1):
        after_meeting(meeting)
        after_meeting(meeting)
    assert put_to(cast.amina) == [("meeting", "sc3")]
    assert put_to(cast.bruno) == []


def test_after_the_second_come_the_six_sentences_and_then_a_pulse_every_six_weeks(
    cast: Cast, pair: Mentorship
) -> None:
    with on_day(1):
        agree(pair)
    for day in (5, 19):
        meeting = meet(pair, day)
        with on_day(day + 0.1):
            after_meeting(meeting)
    assert put_to(cast.amina)[-1] == ("second", "rq6")
    with on_day(60):
        ask_in_time(pair.programme)
    assert put_to(cast.amina)[-1] == ("second", "rq6")
    for day in (62, 63):
        with on_day(day):
            ask_in_time(pair.programme)
    assert put_to(cast.amina)[-1] == ("pulse", "rq6")
    assert put_to(cast.amina).count(("pulse", "rq6")) == 1


def test_confidence_is_asked_for_each_live_goal(cast: Cast, pair: Mentorship) -> None:
    with on_day(1):
        agree(pair)
        for title in ("Speak", "Listen", "Ask"):
            Goal.set(pair, owner=cast.amina, title=title, shared=False)
    meet(pair, 5)
    with on_day(6):
        pair.begin_closing()
        ask_in_time(pair.programme)
    about = Asking.objects.filter(person=cast.amina, instrument="se1").values_list("about", flat=True)
    assert set(about) < set(Goal.objects.values_list("pk", flat=True))
    assert len(about) == 2


def test_nobody_is_asked_for_more_than_two_minutes_a_month(cast: Cast, pair: Mentorship) -> None:
    for number in range(12):
        meeting = meet(pair, 2 + number)
        with on_day(2.1 + number):
            ask(pair, MEETING, mark=str(number), meeting=meeting)
    rows = Asking.objects.filter(person=cast.amina)
    with on_day(14):
        asked = [each for each in rows if each.due_at <= clock.now()]
    assert sum(instruments()[each.instrument].seconds for each in asked) <= BURDEN
    assert len(asked) == 6


def test_the_answer_is_scored_sealed_and_its_owners_alone(cast: Cast, asking: Asking) -> None:
    with on_day(6):
        answered = asking.answer(cast.amina, {"useful": "4"}, remark="The walk did us good.")
    answered.refresh_from_db()
    assert (answered.value, answered.answers, answered.scores["total"]["band"]) == (
        4,
        {"useful": 4},
        "good",
    )
    assert answered.remark.words == "The walk did us good."
    for other in (cast.bruno, cast.chen, cast.ada, cast.dara):
        assert not Answered.objects.visible_to(other).exists()
        assert not Remark.objects.visible_to(other).exists()
        assert not Asking.objects.visible_to(other).filter(pk=asking.pk).exists()
    assert Answered.objects.visible_to(cast.amina).get() == answered
    keys.forget(cast.amina.pk)
    assert Answered.objects.get().answers is None


def test_answering_again_replaces_and_the_journal_tells_it_once(cast: Cast, asking: Asking) -> None:
    with on_day(6):
        asking.answer(cast.amina, {"useful": 2})
        asking.answer(cast.amina, {"useful": 5})
    assert Answered.objects.get().value == 5
    said = [entry.verb for entry in Entry.objects.about(asking)]
    assert said == ["check.asked", "check.answered"]


@pytest.mark.parametrize("answers", [{}, {"useful": ""}, {"useful": "9"}, {"useful": "a"}, {"other": 3}])
def test_nothing_and_nonsense_change_nothing(cast: Cast, asking: Asking, answers: dict[str, object]) -> None:
    with on_day(6), pytest.raises(Refused):
        asking.answer(cast.amina, answers)
    assert not Answered.objects.exists()


def test_nobody_answers_for_another_or_after_its_time(cast: Cast, asking: Asking) -> None:
    with on_day(6), pytest.raises(Refused):
        asking.answer(cast.bruno, {"useful": 3})
    with on_day(20), pytest.raises(Refused):
        asking.answer(cast.amina, {"useful": 3})


def test_not_this_time_is_an_answer_too(cast: Cast, asking: Asking) -> None:
    with on_day(6):
        asking.skip(cast.amina)
        assert not Asking.objects.waiting(clock.now()).filter(person=cast.amina).exists()


def test_what_nobody_answered_lapses_and_words_go_after_ninety_days(cast: Cast, asking: Asking) -> None:
    with on_day(6):
        asking.answer(cast.amina, {"useful": 4}, remark="Good.")
    with on_day(60):
        tasks.night()
        assert set(Asking.objects.values_list("state", flat=True)) >= {"answered", "lapsed"}
        assert Remark.objects.exists()
    with on_day(97):
        tasks.night()
    assert not Remark.objects.exists()
    assert Answered.objects.get().value == 4
    with on_day(100):
        asking.mentorship.refresh_from_db()
        Ending.leave(asking.mentorship, by=cast.bruno)
    with on_day(500):
        tasks.night()
    assert not Asking.objects.exists()


def test_the_end_and_the_time_after_it(cast: Cast, pair: Mentorship) -> None:
    meet(pair, 5)
    with on_day(10):
        pair.begin_closing()
        ask_in_time(pair.programme)
        ask_in_time(pair.programme)
    asked = [instrument for moment, instrument in put_to(cast.bruno) if moment == END]
    assert sorted(asked) == ["mb3", "recommendation"]
    assert Asking.objects.filter(side=MENTEE, moment=END).values("due_at").distinct().count() == 1
    assert Asking.objects.earliest("lapses_at").lapses_at == clock.now().replace(
        year=2026, month=3, day=12, hour=9, minute=0, second=0, microsecond=0
    ) + timedelta(days=14)
