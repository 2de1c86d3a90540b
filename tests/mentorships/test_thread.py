"""The place to talk that a mentorship brings: opened with it, left with it."""

from cairn.conversations.rules import may_post
from cairn.conversations.thread import Thread
from cairn.mentorships.ending import Ending
from cairn.mentorships.farewell import Farewell
from cairn.mentorships.mentorship import Mentorship
from tests.cast import Cast
from tests.mentorships.conftest import Pair


def test_a_pair_can_talk_from_its_first_day(pair: Mentorship, cast: Cast) -> None:
    thread = Thread.objects.get(origin=pair.pk)
    assert (thread.kind, thread.parts.count()) == ("pair", 2)
    assert [may_post(who, thread) for who in (cast.amina, cast.bruno, cast.chen)] == [True, True, False]


def test_a_circle_talks_on_without_whoever_left(circle: Mentorship, cast: Cast) -> None:
    Ending.leave(circle, by=cast.amina)
    thread = Thread.objects.get(origin=circle.pk)
    assert (thread.kind, thread.parts.present().count()) == ("circle", 4)
    assert [may_post(who, thread) for who in (cast.amina, cast.bruno)] == [False, True]


def test_the_end_is_also_the_end_of_talking_and_the_past_stays(pair: Mentorship, cast: Cast) -> None:
    Ending.leave(pair, by=cast.amina)
    (thread,) = Thread.objects.visible_to(cast.bruno)
    assert not may_post(cast.bruno, thread)


def test_light_contact_goes_on_talking(pair: Mentorship, cast: Cast) -> None:
    pair.begin_closing()
    for who in (cast.amina, cast.bruno):
        Farewell.say(pair, by=who, stays="", thanks="", choice="light")
    (thread,) = Thread.objects.visible_to(cast.bruno)
    assert may_post(cast.bruno, thread)


def test_nobody_writes_to_whom_they_only_follow(together: Pair, cast: Cast) -> None:
    together("aspirational")
    assert Thread.objects.count() == 0
