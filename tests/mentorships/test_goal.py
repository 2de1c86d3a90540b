"""Goals and actions: whose they are, who sees them, and how far they came."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from cairn.journal.entry import Entry
from cairn.kernel import clock
from cairn.mentorships.action import Action
from cairn.mentorships.goal import Goal
from cairn.mentorships.mentorship import Mentorship
from cairn.mentorships.refusal import Refused
from tests.cast import Cast

pytestmark = pytest.mark.django_db
LEVELS = ("Say nothing", "Say one thing", "Give a short talk", "Give a long talk", "Give a keynote")


@pytest.fixture
def goal(pair: Mentorship, cast: Cast) -> Goal:
    """Amina's, shared, not yet agreed."""
    return Goal.set(pair, owner=cast.amina, title="Speak in public", levels=LEVELS, confidence=4)


def told(goal: Goal) -> list[tuple[str, object]]:
    return [
        (entry.verb.split(".")[1], entry.data.get("state", entry.data.get("level")))
        for entry in Entry.objects.about(goal)
    ]


def test_a_goal_goes_from_draft_to_done(goal: Goal, cast: Cast) -> None:
    assert (goal.state, goal.levels, goal.confidence_before) == ("draft", list(LEVELS), 4)
    goal.agree(cast.bruno)
    goal.rate(cast.amina, -1)
    goal.rate(cast.amina, 0)
    goal.finish(cast.amina, level=1, confidence=8)
    fresh = Goal.objects.get()
    assert (fresh.state, fresh.level, fresh.confidence_after) == ("done", 1, 8)
    assert fresh.closed_at is not None
    states = ["agreed", "active", -1, 0, "done"]
    assert told(goal) == [("set", None), *zip(["moved"] * 4 + ["closed"], states, strict=True)]


def test_only_another_agrees_and_only_the_owner_moves_it(goal: Goal, cast: Cast) -> None:
    with pytest.raises(Refused, match="Somebody else"):
        goal.agree(cast.amina)
    goal.agree(cast.bruno)
    for act in (goal.start, goal.park, goal.drop, lambda who: goal.rate(who, 1)):
        with pytest.raises(Refused, match="somebody else's"):
            act(cast.bruno)
    with pytest.raises(Refused, match="not part"):
        goal.rate(cast.chen, 1)
    assert Goal.objects.get().state == "agreed"


def test_a_private_goal_needs_nobodys_word_and_is_seen_by_nobody(pair: Mentorship, cast: Cast) -> None:
    goal = Goal.set(pair, owner=cast.amina, title="Ask for a rise", shared=False)
    assert goal.state == "agreed"
    assert list(Goal.objects.visible_to(cast.amina)) == [goal]
    for other in (cast.bruno, cast.chen, cast.dara, cast.ada):
        assert list(Goal.objects.visible_to(other)) == []


def test_a_shared_goal_is_seen_by_the_two_alone(goal: Goal, cast: Cast) -> None:
    seen = {who.name.split()[0]: Goal.objects.visible_to(who).count() for who in vars(cast).values()}
    assert seen == {"Amina": 1, "Bruno": 1, "Chen": 0, "Dara": 0, "Ada": 0}


def test_an_adjusted_goal_is_followed_by_another(goal: Goal, cast: Cast) -> None:
    goal.agree(cast.bruno)
    next_one = goal.adjust(cast.amina, title="Speak in meetings")
    goal.refresh_from_db()
    assert (goal.state, next_one.adjusts, next_one.state) == ("adjusted", goal, "draft")
    assert (next_one.levels, next_one.confidence_before) == (list(LEVELS), 4)


@pytest.mark.parametrize("number", [-3, 3])
def test_there_are_five_levels(goal: Goal, cast: Cast, number: int) -> None:
    goal.agree(cast.bruno)
    with pytest.raises(Refused) as refused:
        goal.rate(cast.amina, number)
    assert refused.value.code == "out_of_bounds"
    with pytest.raises(IntegrityError), transaction.atomic():
        Goal.objects.filter(pk=goal.pk).update(level=number)


def test_words_of_goals_and_actions_rest_sealed(goal: Goal, pair: Mentorship, cast: Cast) -> None:
    Action.set(pair, owner=cast.amina, when="the team meets", then="Speak first")
    with connection.cursor() as cursor:
        cursor.execute('SELECT title FROM mentorships_goal UNION SELECT "then" FROM mentorships_action')
        kept = b"".join(bytes(row[0]) for row in cursor.fetchall())
    assert b"Speak" not in kept
    assert Goal.objects.get().title == "Speak in public"


def test_an_action_is_carried_along_and_done_in_the_end(pair: Mentorship, cast: Cast) -> None:
    tomorrow = clock.today() + timedelta(days=1)
    action = Action.set(
        pair, owner=cast.amina, when="it is Monday", then="Write three lines", due_on=tomorrow
    )
    action.carry(cast.amina)
    action.carry(cast.amina, to=tomorrow)
    assert (action.state, action.carried, action.due_on) == ("carried", 2, tomorrow)
    assert list(Action.objects.open()) == [action]
    action.tick(cast.amina)
    action.tick(cast.amina)
    assert (action.state, list(Action.objects.open())) == ("done", [])
    with pytest.raises(Refused, match="already done"):
        action.drop(cast.amina)
    said = [entry.verb for entry in Entry.objects.about(action)]
    assert said == ["action.set", "action.carried", "action.carried", "action.done"]


def test_a_step_towards_an_agreed_goal_begins_it(goal: Goal, pair: Mentorship, cast: Cast) -> None:
    goal.agree(cast.bruno)
    Action.set(pair, owner=cast.amina, then="Ask one question", goal=goal)
    assert Goal.objects.get().state == "active"
    with pytest.raises(Refused, match="somebody else's"):
        Action.set(pair, owner=cast.bruno, then="Ask one question", goal=goal)


def test_a_private_action_stays_with_its_owner(pair: Mentorship, cast: Cast) -> None:
    action = Action.set(pair, owner=cast.amina, then="Breathe", shared=False)
    assert list(Action.objects.visible_to(cast.bruno)) == []
    with pytest.raises(Refused, match="somebody else's"):
        action.tick(cast.bruno)
    with pytest.raises(Refused, match="write what"):
        Action.set(pair, owner=cast.amina, then="  ")
