"""Whatever people try in whatever order: no state is reached but by a legal step, and each is told."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from cairn.journal.entry import Entry
from cairn.kernel import clock, ids
from cairn.mentorships import steps, tasks
from cairn.mentorships.action import Action
from cairn.mentorships.agreement import Agreement
from cairn.mentorships.ending import Ending
from cairn.mentorships.farewell import CHOICES, Farewell
from cairn.mentorships.goal import Goal
from cairn.mentorships.mentorship import Mentorship
from cairn.mentorships.pause import Pause
from cairn.mentorships.refusal import Refused
from cairn.mentorships.seat import Seat
from cairn.mentorships.terms import Terms
from cairn.people.person import Person
from cairn.people.tie import Tie
from cairn.programmes.enrolment import MENTEE, MENTOR
from tests import cast as players
from tests.cast import Cast

pytestmark = pytest.mark.django_db


EXTRA: dict[str, dict[str, Any]] = {"adjust": {"title": "Another"}, "rate": {"level": 1}}


def _goal(act: str) -> Callable[[Mentorship, Person], object]:
    def do(mentorship: Mentorship, person: Person) -> object:
        goal = Goal.objects.filter(mentorship=mentorship).last()
        extra: dict[str, Any] = EXTRA.get(act, {})
        return goal and getattr(goal, act)(person, **extra)

    return do


def _action(act: str) -> Callable[[Mentorship, Person], object]:
    def do(mentorship: Mentorship, person: Person) -> object:
        action = Action.objects.filter(mentorship=mentorship).last()
        return action and getattr(action, act)(person)

    return do


def _say(choice: str) -> Callable[[Mentorship, Person], object]:
    return lambda which, who: Farewell.say(which, by=who, choice=choice)


def _resume(mentorship: Mentorship, person: Person) -> None:
    pause = mentorship.standing_pause()
    if pause:
        pause.end(person)


ACTS: dict[str, Callable[[Mentorship, Person], object]] = {
    "consent": lambda which, who: which.agreements.latest("version").consent(who),
    "propose": lambda which, who: Agreement.propose(which, by=who, terms=Terms()),
    "meet": lambda which, _who: which.met(clock.now()),
    "go on": lambda which, who: which.go_on(who),
    "close": lambda which, who: which.begin_closing(who),
    "leave": lambda which, who: Ending.leave(which, by=who),
    "pause": lambda which, who: Pause.begin(which, by=who, until=clock.today() + timedelta(days=9)),
    "resume": _resume,
    "set": lambda which, who: Goal.set(which, owner=who, title="Speak"),
    "plan": lambda which, who: Action.set(which, owner=who, then="Ask"),
    **{f"goal {act}": _goal(act) for act in ("agree", "start", "rate", "finish", "adjust", "park", "drop")},
    **{f"action {act}": _action(act) for act in ("tick", "carry", "drop")},
    **{f"say {choice}": _say(choice) for choice in CHOICES},
    "night": lambda which, _who: tasks.tend(which.programme),
    "stranger": lambda which, _who: Ending.leave(which, by=players.person("Dara Sok")),
}
TRIES = st.lists(st.tuples(st.sampled_from(sorted(ACTS)), st.booleans(), st.integers(0, 40)), max_size=14)


@settings(max_examples=40)
@given(tries=TRIES)
def test_no_order_of_acts_leads_astray(tries: list[tuple[str, bool, int]]) -> None:
    with transaction.atomic():
        _live(players.cast(), tries)
        transaction.set_rollback(True)


def _live(cast: Cast, tries: list[tuple[str, bool, int]]) -> None:
    bruno, amina = players.enrol(cast.bruno, MENTOR), players.enrol(cast.amina, MENTEE)
    mentorship = Mentorship.begin(mentor=bruno, mentee=amina, origin=ids.new())
    passed = 0
    for act, is_amina, days in tries:
        passed += days
        with clock.moved(by=timedelta(days=passed)):
            _try(mentorship, act, cast.amina if is_amina else cast.bruno)


def _try(mentorship: Mentorship, act: str, who: Person) -> None:
    before, goals, actions = _stand(mentorship)
    told = Entry.everything.count()
    refused = _refusal(mentorship, act, who)
    if refused:
        assert min(len(refused.code), len(str(refused))) > 0
        assert (_stand(mentorship), Entry.everything.count()) == ((before, goals, actions), told)
    after, goals_after, actions_after = _stand(mentorship)
    _legal(before, after, steps.MENTORSHIP_STEPS)
    for key, state in goals.items():
        _legal(state, goals_after[key], steps.GOAL_STEPS)
    for key, state in actions.items():
        _legal(state, actions_after[key], steps.ACTION_STEPS)
    if before != after:
        assert Entry.everything.count() > told
    _holds(mentorship, after)


def _refusal(mentorship: Mentorship, act: str, who: Person) -> Refused | None:
    try:
        with transaction.atomic():
            ACTS[act](mentorship, who)
    except Refused as refused:
        return refused
    return None


def _stand(mentorship: Mentorship) -> tuple[str, dict[object, str], dict[object, str]]:
    return (
        Mentorship.objects.values_list("state", flat=True).get(pk=mentorship.pk),
        dict(Goal.objects.values_list("pk", "state")),
        dict(Action.objects.values_list("pk", "state")),
    )


def _legal(before: str, after: str, machine: object) -> None:
    """One step, or several in a row: an act may begin a goal and finish it."""
    assert isinstance(machine, dict)
    reached, todo = {before}, [before]
    while todo:
        for state in machine[todo.pop()]:
            if state not in reached:
                reached.add(state)
                todo.append(state)
    assert after in reached


def _holds(mentorship: Mentorship, state: str) -> None:
    """What is true in every state: places and ties while it lives, none of either afterwards."""
    closed = state == "closed"
    assert Seat.objects.filter(mentorship=mentorship).count() == (0 if closed else 2)
    assert Ending.objects.filter(mentorship=mentorship).exists() == closed
    living = Tie.objects.filter(origin=mentorship.pk, until=None).exclude(kind="peer")
    assert living.count() == (0 if closed else 2)
    assert not (closed and mentorship.standing_pause())
    assert Agreement.objects.agreed().exists() or state != "working"
