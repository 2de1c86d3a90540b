"""Many taps at the same moment: each thing happens once, on the database the suite runs on."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connection

from cairn.kernel import clock
from cairn.mentorships.ending import Ending
from cairn.mentorships.farewell import Farewell
from cairn.mentorships.hot_seat import HotSeat
from cairn.mentorships.mentorship import Mentorship
from cairn.mentorships.pause import Pause
from cairn.mentorships.refusal import Refused
from cairn.people.person import Person
from tests.cast import Cast
from tests.mentorships.conftest import verbs

pytestmark = pytest.mark.django_db(transaction=True)
AT_ONCE = 10


def race(cast: Cast, act: Callable[[Mentorship, Person], object]) -> int:
    """Both of the pair, many times, at the same moment; how many were refused."""
    start, both = Barrier(AT_ONCE), (cast.amina, cast.bruno)

    def run(place: int) -> int:
        start.wait()
        try:
            act(Mentorship.objects.get(), both[place % 2])
        except Refused:
            return 1
        finally:
            connection.close()
        return 0

    with ThreadPoolExecutor(AT_ONCE) as threads:
        return sum(threads.map(run, range(AT_ONCE)))


def test_many_yeses_agree_once(pair: Mentorship, cast: Cast) -> None:
    refused = race(cast, lambda which, who: which.agreements.get().consent(who))
    assert (refused, verbs(pair).count("agreed"), pair.agreements.get().consents.count()) == (0, 1, 2)


def test_many_exits_are_one_ending(pair: Mentorship, cast: Cast) -> None:
    refused = race(cast, lambda which, who: Ending.leave(which, by=who))
    assert (refused, Ending.objects.count(), verbs(pair).count("ended")) == (AT_ONCE - 1, 1, 1)


def test_many_pauses_are_one(pair: Mentorship, cast: Cast) -> None:
    until = clock.today() + timedelta(days=9)
    refused = race(cast, lambda which, who: Pause.begin(which, by=who, until=until))
    assert (refused, Pause.objects.count()) == (AT_ONCE - 1, 1)


def test_many_goodbyes_renew_once(pair: Mentorship, cast: Cast) -> None:
    pair.begin_closing()
    race(cast, lambda which, who: Farewell.say(which, by=who, choice="renew"))
    pair.refresh_from_db()
    assert (pair.term, pair.state, verbs(pair).count("renewed")) == (2, "working", 1)


def test_turns_of_the_hot_seat_are_numbered(pair: Mentorship, cast: Cast) -> None:
    race(cast, lambda which, who: HotSeat.take(which, by=who))
    assert list(HotSeat.objects.values_list("number", flat=True)) == list(range(1, AT_ONCE + 1))
