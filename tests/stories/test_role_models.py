"""Role models: a path with a setback, posts, questions, steps made one's own, a feed that forgets nobody."""

from collections import Counter
from collections.abc import Callable
from datetime import timedelta

import pytest

from cairn.kernel import clock
from cairn.meetings.seating import take_seat
from cairn.mentorships.goal import Goal
from cairn.mentorships.next_step import next_step
from cairn.people.block import Block
from cairn.people.person import Person
from cairn.programmes.enrolment import MENTEE, MENTOR, Enrolment
from cairn.programmes.programme import Programme
from cairn.stories.adoption import Adoption
from cairn.stories.asked import Asked, top_of
from cairn.stories.follow import Follow
from cairn.stories.live_answer import LiveAnswer
from cairn.stories.looking import Looking
from cairn.stories.path_step import LUCK, SETBACK, STEP, PathStep
from cairn.stories.ranking import Facts, attainable, floor_of, ranked, score
from cairn.stories.refusal import Refused
from cairn.stories.reply import Reply
from cairn.stories.role_model import RoleModel
from cairn.stories.served import Served, digest_for
from cairn.stories.story import Story
from cairn.stories.take_down import TakeDown, reasons_for
from cairn.stories.tasks import night
from cairn.stories.upvote import Upvote
from tests import cast as players
from tests.cast import Cast
from tests.web.browsing import browser_of


def role_model(place: Enrolment, *, shown: bool = True) -> RoleModel:
    """A path with a step, a setback and luck."""
    made = RoleModel.become(place)
    made.describe(started="At the counter.", advice="Ask.", experiences=["caring", "no such thing"])
    for kind, title in ((STEP, "Joined a speaking club"), (SETBACK, "Went blank"), (LUCK, "Met Ines")):
        PathStep.lay(made, kind=kind, title=title)
    if shown:
        made.show()
    return made


@pytest.fixture
def bruno(expert: Enrolment) -> RoleModel:
    """Bruno's path, open."""
    return role_model(expert)


def refused(act: Callable[..., object], *args: object, **words: object) -> str:
    with pytest.raises(Refused) as said:
        act(*args, **words)
    return said.value.code


def test_a_path_opens_only_with_a_beginning_and_a_setback(expert: Enrolment) -> None:
    made = RoleModel.become(expert)
    assert refused(made.show) == "no_words"
    made.describe(started="At the counter.", advice="")
    PathStep.lay(made, kind=STEP, title="Joined a club")
    assert refused(made.show) == "no_setback"
    setback = PathStep.lay(made, kind=SETBACK, title="Went blank")
    made.show()
    assert refused(setback.remove) == "no_setback"


def test_only_mentors_are_role_models(steps: Programme, cast: Cast) -> None:
    assert refused(RoleModel.become, players.enrol(cast.amina, MENTEE)) == "not_offered"


def test_a_path_is_seen_where_one_takes_part_and_never_across_a_block(bruno: RoleModel, cast: Cast) -> None:
    seen = RoleModel.objects.visible_to
    assert [seen(each).count() for each in (cast.amina, cast.chen, cast.dara)] == [1, 1, 0]
    Block.objects.create(organisation=cast.amina.organisation, person=cast.amina, blocked=cast.bruno)
    assert seen(cast.amina).count() == 0


def test_following_needs_nobodys_yes_and_tells_nobody(bruno: RoleModel, cast: Cast) -> None:
    follow = Follow.begin(bruno, by=cast.amina)
    assert Follow.begin(bruno, by=cast.amina) == follow
    assert (follow.mentorship.format, follow.mentorship.members.count()) == ("aspirational", 1)
    assert Follow.objects.visible_to(cast.bruno).count() == 0
    follow.end()
    follow.mentorship.refresh_from_db()
    assert (Follow.objects.count(), follow.mentorship.state) == (0, "closed")


def test_following_takes_nobodys_place(bruno: RoleModel, cast: Cast) -> None:
    Enrolment.objects.update(capacity=0)
    assert Follow.begin(bruno, by=cast.amina).mentorship.seats.count() == 0


def test_a_season_that_is_over_begins_anew(bruno: RoleModel, cast: Cast) -> None:
    first = Follow.begin(bruno, by=cast.amina).mentorship
    first.step_to("closed", closed_as="completed", closed_at=clock.now())
    assert Follow.begin(bruno, by=cast.amina).mentorship != first


def test_a_step_becomes_a_private_goal_and_a_setback_does_not(bruno: RoleModel, cast: Cast) -> None:
    step, setback = bruno.steps.get(kind=STEP), bruno.steps.get(kind=SETBACK)
    adoption = Adoption.of(step, by=cast.amina)
    assert (adoption.goal.title, adoption.goal.shared) == ("Joined a speaking club", False)
    assert Goal.objects.visible_to(cast.bruno).count() == 0
    assert Adoption.of(step, by=cast.amina) == adoption
    assert refused(Adoption.of, setback, by=cast.amina) == "not_a_step"
    assert refused(step.remove) == "adopted"


def test_the_three_most_shared_questions_stand_first(bruno: RoleModel, cast: Cast) -> None:
    voters = [players.person(name) for name in ("Emeka Obi", "Farah Haddad", "Goran Ilic")]
    questions = [Asked.put(bruno, by=each, words=f"How, {n}?") for n, each in enumerate(voters)]
    questions.append(Asked.put(bruno, by=cast.amina, words="Why?", anonymous=True))
    for voter in voters:
        assert Upvote.turn(questions[3], by=voter)
    Upvote.turn(questions[2], by=voters[0])
    assert top_of(bruno, questions[0].month) == [questions[3], questions[2], questions[0]]
    assert not Upvote.turn(questions[3], by=voters[0])
    assert refused(Upvote.turn, questions[3], by=cast.amina) == "own_question"
    assert refused(Upvote.turn, questions[3], by=cast.bruno) == "own_question"


def test_a_question_without_a_name_keeps_it_from_everybody(bruno: RoleModel, cast: Cast) -> None:
    asked = Asked.put(bruno, by=cast.amina, words="Were you afraid?", anonymous=True)
    assert [asked.asker_for(each) for each in (cast.bruno, cast.chen)] == [None, None]
    assert asked.asker_for(cast.amina) == cast.amina


def test_three_open_questions_are_enough(bruno: RoleModel, cast: Cast) -> None:
    asked = [Asked.put(bruno, by=cast.amina, words=f"{number}?") for number in range(3)]
    assert refused(Asked.put, bruno, by=cast.amina, words="4?") == "three_open"
    Reply.give(asked[0], by=cast.bruno, words="Yes.")
    Asked.put(bruno, by=cast.amina, words="4?")


def test_only_the_role_model_answers(bruno: RoleModel, cast: Cast) -> None:
    asked = Asked.put(bruno, by=cast.amina, words="Why?")
    assert refused(Reply.give, asked, by=cast.amina, words="Because.") == "not_yours"
    Reply.give(asked, by=cast.bruno, words="Because.")
    assert Reply.objects.visible_to(cast.amina).get().words == "Because."


def test_a_post_is_short_and_comes_from_an_open_path(expert: Enrolment) -> None:
    made = role_model(expert, shown=False)
    assert refused(Story.post, made, "Hello") == "not_shown"
    made.show()
    assert refused(Story.post, made, "x" * 1401) == "length"


def test_a_coordinator_takes_down_with_a_reason_and_lets_stand_again(bruno: RoleModel, cast: Cast) -> None:
    story = Story.post(bruno, "A post.")
    assert (
        refused(TakeDown.of, story, author=cast.bruno, programme=bruno.programme, by=cast.amina, reason="No.")
        == "not_yours"
    )
    assert (
        refused(TakeDown.of, story, author=cast.bruno, programme=bruno.programme, by=cast.chen, reason=" ")
        == "no_words"
    )
    down = TakeDown.of(
        story, author=cast.bruno, programme=bruno.programme, by=cast.chen, reason="It names a customer."
    )
    seen = Story.objects.visible_to
    assert [seen(each).count() for each in (cast.amina, cast.bruno)] == [0, 1]
    assert reasons_for([story.pk]) == {story.pk: "It names a customer."}
    down.lift(by=cast.chen)
    assert seen(cast.amina).count() == 1


def test_a_live_answer_is_once_a_month_with_fifty_seats(bruno: RoleModel, cast: Cast) -> None:
    at = (clock.now() + timedelta(days=40)).replace(day=10, hour=10, minute=0, second=0, microsecond=0)
    live = LiveAnswer.announce(bruno, at=at, title="Your questions")
    assert (live.meeting.kind, live.meeting.seats, live.meeting.minutes) == ("webinar", 50, 30)
    assert refused(LiveAnswer.announce, bruno, at=at + timedelta(days=3), title="Again") == "once_a_month"
    assert take_seat(live.meeting, cast.amina).seat == 1


def test_the_digest_holds_three_at_most_and_one_of_each(steps: Programme, cast: Cast) -> None:
    models = crowd(steps, 5)
    for made in models:
        for number in range(2):
            Story.post(made, f"Post {number}")
        Follow.begin(made, by=cast.amina)
    night()
    digest = digest_for(cast.amina)
    assert (len(digest), len({story.role_model_id for story in digest})) == (3, 3)
    night()
    assert digest_for(cast.amina) == digest
    with clock.moved(by=timedelta(days=7)):
        night()
        assert not set(digest_for(cast.amina)) & set(digest)


def test_who_follows_nobody_has_no_digest(bruno: RoleModel, cast: Cast) -> None:
    Story.post(bruno, "A post.")
    night()
    assert digest_for(cast.amina) == []


def test_everybody_is_shown_at_least_half_a_fair_share(steps: Programme, cast: Cast) -> None:
    models = crowd(steps, 8)
    followers = [players.person(f"Follower{n} Obi") for n in range(6)]
    for person in followers:
        players.enrol(person, MENTEE)
        for made in models[:3]:
            Follow.begin(made, by=person)
    for week in range(6):
        with clock.moved(by=timedelta(weeks=week)):
            for made in models:
                Story.post(made, f"Week {week}")
            night()
    counts = Counter(Served.objects.values_list("role_model", flat=True))
    fair = sum(counts.values()) / len(models)
    assert min(counts[made.pk] for made in models) >= fair / 2 - 1


def test_the_score_is_topic_distance_wish_and_freshness() -> None:
    facts = Facts(
        wanted=frozenset({"a", "b"}), offered=frozenset({"a"}), levels=1, looked_for=frozenset({"caring"}),
        lived=frozenset({"caring"}), days=14,
    )  # fmt: skip
    assert score(facts) == pytest.approx(0.5 * 0.5 + 0.2 + 0.2 + 0.1 * 0.5)
    assert [attainable(each) for each in (None, -1, 0, 1, 2, 3, 9)] == [0.5, 0.0, 0.5, 1.0, 1.0, 0.5, 0.25]


def test_whoever_is_shown_too_little_stands_before_the_best() -> None:
    shown = {"a": 9, "b": 1, "c": 2}
    assert floor_of(list(shown.values())) == 2
    assert ranked({"a": 0.9, "b": 0.1, "c": 0.5}, shown=shown, everybody=shown) == ["b", "a", "c"]


def test_a_wish_is_ones_own(cast: Cast) -> None:
    Looking.say(cast.amina, ["caring", "nonsense"])
    assert Looking.objects.visible_to(cast.amina).get().experiences == ["caring"]
    assert Looking.objects.visible_to(cast.chen).count() == 0


def crowd(where: Programme, size: int) -> list[RoleModel]:
    """So many open paths."""
    people: list[Person] = [players.person(f"Model{number} Diaz") for number in range(size)]
    return [role_model(players.enrol(each, MENTOR, to=where)) for each in people]


def test_who_follows_is_never_told_to_find_a_time(bruno: RoleModel, cast: Cast) -> None:
    season = Follow.begin(bruno, by=cast.amina).mentorship
    assert next_step(season, cast.amina).code == "set_goal"
    Adoption.of(bruno.steps.get(kind=STEP), by=cast.amina)
    assert next_step(season, cast.amina).code == "walk"
    page = browser_of(cast.amina).get(f"/together/{season.pk}/").content.decode()
    assert ("Find a time" in page, "You and" in page) == (False, False)
