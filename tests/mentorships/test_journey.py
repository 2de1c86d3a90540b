"""Stones, next steps and constellations, and that their queries do not grow."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cairn.kernel import clock, ids
from cairn.mentorships.action import Action
from cairn.mentorships.change import Change
from cairn.mentorships.constellation import constellation_of
from cairn.mentorships.ending import Ending
from cairn.mentorships.farewell import Farewell
from cairn.mentorships.goal import Goal
from cairn.mentorships.journey import journey_of, journeys_of
from cairn.mentorships.mentorship import Mentorship
from cairn.mentorships.next_step import next_step, next_steps
from cairn.mentorships.pause import Pause
from cairn.mentorships.pledge import Pledge
from cairn.people.block import Block
from cairn.people.person import Person
from cairn.programmes.enrolment import MENTEE, MENTOR
from tests import cast as players
from tests.cast import Cast
from tests.mentorships.conftest import NAMES, Pair, agree

pytestmark = pytest.mark.django_db


def stones(mentorship: Mentorship) -> str:
    mentorship.refresh_from_db()
    return " ".join(f"{stone.name}:{stone.state}" for stone in journey_of(mentorship).stones)


def test_stones_are_laid_one_after_another(pair: Mentorship, cast: Cast) -> None:
    assert stones(pair) == (
        "begun:done agreement:now first_meeting:ahead goal:ahead halfway:ahead farewell:ahead"
    )
    agree(pair)
    pair.met(clock.now())
    Goal.set(pair, owner=cast.amina, title="Speak").agree(cast.bruno)
    assert stones(pair) == "begun:done agreement:done first_meeting:done goal:done halfway:now farewell:ahead"
    Ending.leave(pair, by=cast.amina)
    assert (
        stones(pair) == "begun:done agreement:done first_meeting:done goal:done halfway:ahead farewell:done"
    )


@pytest.mark.parametrize(
    ("format", "names"),
    [
        ("flash", ["begun", "first_meeting", "told"]),
        ("reverse", ["begun", "agreement", "pledge", "first_meeting", "goal", "halfway", "told", "farewell"]),
    ],
)
def test_each_format_has_its_stones(together: Pair, format: str, names: list[str]) -> None:
    assert [stone.name for stone in journey_of(together(format)).stones] == names


def test_there_is_one_next_step(pair: Mentorship, cast: Cast) -> None:
    def steps() -> tuple[str, str]:
        pair.refresh_from_db()
        return next_step(pair, cast.amina).code, next_step(pair, cast.bruno).code

    assert steps() == ("agree", "agree")
    pair.agreements.get().consent(cast.amina)
    assert steps() == ("wait", "agree")
    agree(pair)
    assert steps() == ("set_goal", "meet")
    goal = Goal.set(pair, owner=cast.amina, title="Speak")
    assert steps() == ("meet", "agree_goal")
    goal.agree(cast.bruno)
    action = Action.set(pair, owner=cast.amina, then="Ask", due_on=clock.today())
    assert steps() == ("act", "meet")
    assert next_step(pair, cast.amina).subject == action.pk
    pause = Pause.begin(pair, by=cast.bruno, until=clock.today() + timedelta(days=3))
    assert steps() == ("rests", "rests")
    pause.end()
    pair.begin_closing()
    assert steps() == ("farewell", "farewell")
    Farewell.say(pair, by=cast.amina, choice="end")
    assert steps() == ("wait", "farewell")
    Ending.leave(pair, by=cast.amina)
    assert steps() == ("nothing", "farewell")


def test_a_pledge_comes_first_and_a_change_later(together: Pair, cast: Cast) -> None:
    reverse = together("reverse")
    agree(reverse)
    assert next_step(reverse, cast.amina).code == "pledge"
    Pledge.give(reverse, by=cast.amina)
    Goal.set(reverse, owner=cast.amina, title="Listen", shared=False)
    reverse.met(clock.now())
    assert next_step(reverse, cast.amina).code == "tell"
    Change.tell(reverse, by=cast.amina, words="I speak last now.")
    assert next_step(reverse, cast.amina).code == "meet"


def test_a_week_after_a_flash_meeting_one_is_asked_what_came_of_it(together: Pair, cast: Cast) -> None:
    flash = together("flash")
    flash.met(clock.now())
    assert next_step(flash, cast.amina).code == "meet"
    with clock.moved(by=timedelta(days=7)):
        assert (next_step(flash, cast.amina).code, next_step(flash, cast.bruno).code) == ("tell", "meet")


def test_queries_do_not_grow_with_mentorships(pair: Mentorship, cast: Cast) -> None:
    def count(read: Callable[[list[Mentorship], Person], object]) -> int:
        mentorships = list(Mentorship.objects.visible_to(cast.bruno))
        with CaptureQueriesContext(
            connection,
        ) as asked:
            read(mentorships, cast.bruno)
        return len(asked)

    readers = (
        next_steps,
        lambda mentorships, _person: journeys_of(mentorships),
        lambda _mentorships, person: constellation_of(person),
    )
    alone = [count(read) for read in readers]
    bruno = players.enrol(cast.bruno, MENTOR)
    type(bruno).objects.filter(pk=bruno.pk).update(capacity=3)
    for name in NAMES[:2]:
        mentee = players.enrol(players.person(name), MENTEE)
        Mentorship.begin(mentor=bruno, mentee=mentee, origin=ids.new())
    assert [count(read) for read in readers] == alone == [1, 1, 2]


def test_a_constellation_has_everybody_around_one(circle: Mentorship, cast: Cast) -> None:
    seen = [
        (star.person.name.split()[0], star.kind, star.bright) for star in constellation_of(cast.amina).stars
    ]
    assert seen == [
        ("Bruno", "mentor", True),
        ("Emeka", "peer", True),
        ("Farah", "peer", True),
        ("Goran", "peer", True),
    ]
    Block.objects.create(
        organisation=cast.amina.organisation, person=players.person("Emeka Obi"), blocked=cast.amina
    )
    Ending.leave(circle, by=cast.bruno)
    faint = [star.person.name.split()[0] for star in constellation_of(cast.amina).stars if not star.bright]
    assert (faint, constellation_of(cast.amina).bright) == (["Bruno", "Farah", "Goran"], ())
    assert constellation_of(cast.dara).stars == ()


def test_who_is_gone_for_safety_is_not_shown(pair: Mentorship, cast: Cast) -> None:
    Ending.end(pair, how="safety")
    assert constellation_of(cast.amina).stars == ()
