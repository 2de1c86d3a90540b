"""What happens by itself at night, by the timers of each programme."""

from datetime import timedelta

import pytest

from cairn.kernel import clock
from cairn.mentorships import tasks
from cairn.mentorships.mentorship import Mentorship
from cairn.mentorships.pause import Pause
from tests.cast import Cast
from tests.mentorships.conftest import agree, verbs

pytestmark = pytest.mark.django_db


def after(days: float) -> None:
    """The night after so many days; run twice, since two processes may."""
    with clock.moved(by=timedelta(days=days)):
        tasks.night()
        tasks.night()


def test_a_pause_ends_on_its_day(pair: Mentorship, cast: Cast) -> None:
    Pause.begin(pair, by=cast.amina, until=clock.today() + timedelta(days=20))
    after(19)
    assert Mentorship.objects.resting().count() == 1
    after(20)
    assert Mentorship.objects.resting().count() == 0
    assert verbs(pair) == ["begun", "paused", "resumed"]


def test_the_goodbye_begins_thirty_days_before_the_end(pair: Mentorship) -> None:
    agree(pair)
    pair.met(clock.now())
    days = (pair.ends_on - clock.today()).days if pair.ends_on else 0
    with clock.moved(by=timedelta(days=days - 40)):
        pair.met(clock.now())
    after(days - 31)
    assert verbs(pair) == ["begun", "agreed"]
    after(days - 30)
    after(days + 7)
    assert verbs(pair) == ["begun", "agreed", "closing"]
    after(days + 8)
    pair.refresh_from_db()
    assert (pair.state, pair.closed_as) == ("closed", "completed")
    assert verbs(pair) == ["begun", "agreed", "closing", "ended"]


def test_a_long_silence_is_asked_about_and_then_kindly_ended(pair: Mentorship) -> None:
    after(89)
    assert verbs(pair) == ["begun"]
    after(91)
    assert verbs(pair) == ["begun", "asked"]
    after(97)
    assert verbs(pair) == ["begun", "asked"]
    after(99)
    pair.refresh_from_db()
    assert (verbs(pair), pair.closed_as) == (["begun", "asked", "ended"], "inactive")


def test_one_word_keeps_it_alive(pair: Mentorship, cast: Cast) -> None:
    after(91)
    with clock.moved(by=timedelta(days=93)):
        Mentorship.objects.get().go_on(cast.bruno)
    after(99)
    assert Mentorship.objects.living().count() == 1


def test_who_rests_is_neither_asked_nor_closed(pair: Mentorship, cast: Cast) -> None:
    with clock.moved(by=timedelta(days=80)):
        Pause.begin(pair, by=cast.amina, until=clock.today() + timedelta(days=120))
    after(180)
    assert verbs(pair) == ["begun", "paused"]


def test_each_programme_has_its_own_timers(pair: Mentorship, cast: Cast) -> None:
    pair.programme.revise("timers", {"idle_days": 20, "idle_grace_days": 3}, by=cast.chen)
    after(21)
    assert verbs(pair) == ["begun", "asked"]
    after(25)
    assert verbs(pair) == ["begun", "asked", "ended"]
