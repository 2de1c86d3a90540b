"""What care tells people: a signal to those it concerns, a coordinator's words, questions in one letter."""

from datetime import timedelta

import pytest
from django.core import mail
from django.db import transaction
from django.test import Client

from cairn.care.acting import act
from cairn.care.asking import Asking
from cairn.care.causes import PAUSE, TALK
from cairn.care.planning import END, after_meeting, ask
from cairn.care.signal import Signal
from cairn.journal.draining import drain
from cairn.kernel import clock
from cairn.mentorships.mentorship import Mentorship
from cairn.notices.notice import Notice
from cairn.notices.tasks import minute
from tests.care.conftest import BEGIN, meet, on_day, watch
from tests.care.conftest import pair as pair  # noqa: PLC0414 - a fixture, lent
from tests.care.test_health import rate
from tests.cast import Cast
from tests.notices.life import links

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _transactional(transactional_db: None) -> None:
    """Letters leave when a transaction has ended."""


def night(mentorship: Mentorship, day: float) -> None:
    """The watch, and the letters of the next day; what is asked at the beginning was asked before."""
    Notice.objects.filter(kind="check_asked").delete()
    with on_day(day):
        watch(mentorship.organisation)
        drain()
    mail.outbox.clear()
    with on_day(day + 1.2):
        minute()
        drain()


def letters(kind: str) -> set[str]:
    """Who is told something of this kind, by first name."""
    rows = Notice.objects.filter(kind=kind).select_related("person")
    return {each.person.name.split()[0] for each in rows}


def test_both_are_told_once_with_times_to_tap(pair: Mentorship) -> None:
    night(pair, 7)
    first = [each for each in mail.outbox if "half hour" in str(each.subject)]
    assert [sum("?at=" in link for link in links(each)) for each in first] == [3, 3]
    night(pair, 9)
    assert letters("signal_raised") == {"Amina", "Bruno"}
    assert Notice.objects.filter(kind="signal_raised").count() == 2


def test_what_one_of_them_rated_is_told_to_that_one(cast: Cast, pair: Mentorship) -> None:
    meet(pair, 5)
    with on_day(6):
        rate(pair, cast.amina, 1)
    night(pair, 7)
    assert letters("signal_raised") == {"Amina"}


def test_a_signal_that_is_solved_before_its_letter_leaves_is_not_told(pair: Mentorship) -> None:
    with on_day(7):
        watch(pair.organisation)
        drain()
        Signal.objects.get().solve()
    mail.outbox.clear()
    with on_day(8.2):
        minute()
        drain()
    assert [each for each in mail.outbox if "half hour" in str(each.subject)] == []


def test_a_rest_is_one_click_away_without_signing_in(cast: Cast, pair: Mentorship) -> None:
    meet(pair, 2)
    night(pair, 30)
    letter = next(each for each in mail.outbox if each.to == [cast.amina.email] and "good" in each.subject)
    rest = next(link for link in links(letter) if "choice=rest" in link)
    with on_day(32):
        assert b"Rest for four weeks" in Client().get(rest).content
        assert pair.standing_pause() is None
        Client().post(rest.split("?")[0], {"choice": "rest"})
        assert pair.standing_pause() is not None
        assert Signal.objects.get(code="W3").wish == "rest"


@pytest.mark.parametrize(("what", "mark"), [(TALK, "mailto:chen"), (PAUSE, "choice=rest")])
def test_a_coordinators_words_arrive_as_theirs(cast: Cast, pair: Mentorship, what: str, mark: str) -> None:
    meet(pair, 2)
    for day in (30, 38):
        with on_day(day):
            watch(pair.organisation)
            drain()
    mail.outbox.clear()
    with on_day(39):
        act(Signal.objects.get(code="W3"), what, by=cast.chen, words="Hello you two,\n\nhow is it?\n\nChen")
        drain()
        minute()
        drain()
    found = [each for each in mail.outbox if "Chen" in str(each.subject)]
    assert {each.to[0] for each in found} == {cast.amina.email, cast.bruno.email}
    assert found[0].extra_headers["Reply-To"] == cast.chen.email
    assert "how is it?" in str(found[0].body)
    assert mark in str(found[0].body)


def test_after_a_meeting_five_marks_and_one_click_rates_it(cast: Cast, pair: Mentorship) -> None:
    meeting = meet(pair, 2)
    Notice.objects.all().delete()
    mail.outbox.clear()
    with on_day(2.1):
        after_meeting(meeting)
        with transaction.atomic():
            meeting.record("meeting.held", None)
        drain()
    with on_day(3.2):
        minute()
        drain()
        letter = next(each for each in mail.outbox if each.to == [cast.amina.email])
        marks = [link for link in links(letter) if "choice=" in link]
        assert [link[-1] for link in marks] == ["5", "4", "3", "2", "1"]
        Client().post(marks[1].split("?")[0], {"choice": "4"})
    answered = Asking.objects.get(person=cast.amina, instrument="sc3").answered
    assert (answered.value, answered.at) == (4, BEGIN + timedelta(days=3.2))


def test_all_questions_of_a_moment_are_one_notice(cast: Cast, pair: Mentorship) -> None:
    meet(pair, 5)
    with on_day(6):
        Notice.objects.all().delete()
        pair.begin_closing()

        ask(pair, END)
        drain()
        assert Asking.objects.filter(person=cast.amina, moment=END).count() > 1
        assert Notice.objects.filter(kind="check_asked", person=cast.amina).count() == 1
        assert clock.now() == BEGIN + timedelta(days=6)
