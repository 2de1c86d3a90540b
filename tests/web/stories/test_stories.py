"""Stories: a path is written, opened, followed, asked about; one's own counts stay one's own; a coordinator
takes down.
"""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cairn.kernel import clock
from cairn.stories.adoption import Adoption
from cairn.stories.asked import Asked
from cairn.stories.follow import Follow
from cairn.stories.live_answer import LiveAnswer
from cairn.stories.role_model import RoleModel
from cairn.stories.story import Story
from tests import cast as players
from tests.cast import Cast
from tests.web.browsing import browser_of

STONES = (("step", "Joined a speaking club"), ("setback", "Went blank in front of two hundred"))


@pytest.fixture
def telling(cast: Cast) -> Cast:
    """First Steps has role models."""
    players.programme().choose_formats(["one-to-one", "aspirational"], by=cast.chen)
    return cast


@pytest.fixture
def path(telling: Cast) -> RoleModel:
    """Bruno's path, written and opened through his own page."""
    bruno = browser_of(telling.bruno)
    bruno.post(
        "/stories/mine/words/", {"started": "At the counter.", "advice": "Ask.", "experiences": "caring"}
    )
    for kind, title in STONES:
        bruno.post("/stories/mine/steps/", {"kind": kind, "title": title})
    bruno.post("/stories/mine/showing/", {"show": "yes"})
    found: RoleModel = RoleModel.objects.shown().get()
    return found


def page(browser: Client, address: str) -> str:
    return browser.get(address).content.decode()


def test_a_path_without_a_setback_stays_closed_and_says_why(telling: Cast) -> None:
    bruno = browser_of(telling.bruno)
    bruno.post("/stories/mine/words/", {"started": "At the counter."})
    said = bruno.post("/stories/mine/showing/", {"show": "yes"}, follow=True).content.decode()
    assert "Add one setback first" in said
    assert "Nobody shows a path here yet" in page(browser_of(telling.amina), "/stories/")


def test_a_reader_follows_asks_and_makes_a_step_their_own(path: RoleModel, telling: Cast) -> None:
    amina, one = browser_of(telling.amina), f"/stories/{path.pk}/"
    assert "Bruno Ferreira" in page(amina, "/stories/")
    assert "Went blank in front of two hundred" in page(amina, one)
    amina.post(f"{one}following/", {"follow": "yes"})
    step = path.steps.get(kind="step")
    amina.post(f"/stories/steps/{step.pk}/adoption/")
    amina.post(f"{one}questions/", {"words": "Were you afraid?", "anonymous": "1"})
    assert (Follow.objects.count(), Adoption.objects.count(), Asked.objects.count()) == (1, 1, 1)
    assert "a goal of yours" in page(amina, one)
    amina.post(f"{one}following/", {"follow": "no"})
    assert Follow.objects.count() == 0


def test_the_owner_alone_sees_how_many_follow_and_nobody_sees_who(path: RoleModel, telling: Cast) -> None:
    Follow.begin(path, by=telling.amina)
    mine = page(browser_of(telling.bruno), "/stories/mine/")
    assert ("1 person follows it" in mine, "Amina" in mine) == (True, False)
    for who in (telling.amina, telling.chen):
        assert "follows it" not in page(browser_of(who), f"/stories/{path.pk}/")


def test_a_question_without_a_name_is_shared_and_answered(path: RoleModel, telling: Cast) -> None:
    asked = Asked.put(path, by=telling.amina, words="Were you afraid?", anonymous=True)
    players.enrol(emeka := players.person("Emeka Obi"), "mentee")
    browser_of(emeka).post(f"/stories/questions/{asked.pk}/upvote/")
    mine = page(browser_of(telling.bruno), "/stories/mine/")
    assert ("Were you afraid?" in mine, "Amina" in mine, "1 asks it too" in mine) == (True, False, True)
    browser_of(telling.bruno).post(f"/stories/questions/{asked.pk}/reply/", {"words": "Every time."})
    assert "Every time." in page(browser_of(emeka), f"/stories/{path.pk}/")


def test_a_post_that_is_too_long_is_given_back_to_shorten(path: RoleModel, telling: Cast) -> None:
    words = "x" * 1401
    answer = browser_of(telling.bruno).post("/stories/mine/posts/", {"words": words})
    assert words in answer.content.decode()
    assert Story.objects.count() == 0


def test_a_live_answer_is_announced_in_the_hours_of_whoever_writes(path: RoleModel, telling: Cast) -> None:
    day = (clock.now() + timedelta(days=20)).date()
    said = {"title": "Your questions", "at": f"{day}T10:00"}
    browser_of(telling.bruno).post("/stories/mine/live/", said)
    live = LiveAnswer.objects.get()
    assert live.meeting.zone == "Europe/Lisbon"
    seated = browser_of(telling.amina).post(f"/stories/{path.pk}/seat/", follow=True).content.decode()
    assert "Your seat is kept" in seated


def test_a_coordinator_takes_a_post_down_and_the_author_reads_why(path: RoleModel, telling: Cast) -> None:
    story = Story.post(path, "Our customer Kowalski cannot count.")
    chen = browser_of(telling.chen)
    assert "Kowalski" in page(chen, "/p/first-steps/stories/")
    chen.post("/p/first-steps/stories/taking-down/", {"subject": story.pk, "reason": "It names a customer."})
    assert "Kowalski" not in page(browser_of(telling.amina), f"/stories/{path.pk}/")
    assert "It names a customer." in page(browser_of(telling.bruno), "/stories/mine/")
    chen.post("/p/first-steps/stories/taking-down/", {"subject": story.pk})
    assert "Kowalski" in page(browser_of(telling.amina), f"/stories/{path.pk}/")


def test_nonsense_takes_nothing_down(path: RoleModel, telling: Cast) -> None:
    answer = browser_of(telling.chen).post(
        "/p/first-steps/stories/taking-down/", {"subject": "nothing", "reason": "No"}, follow=True
    )
    assert "not there any more" in answer.content.decode()


def test_who_mentors_nowhere_has_no_path_of_their_own(telling: Cast) -> None:
    assert browser_of(telling.amina).get("/stories/mine/").status_code == 404


def test_where_no_programme_has_role_models_the_page_says_so(cast: Cast) -> None:
    assert "None of your programmes has role models yet" in page(browser_of(cast.amina), "/stories/")


def test_a_feed_of_three_asks_no_more_than_a_feed_of_one(path: RoleModel, telling: Cast) -> None:
    amina = browser_of(telling.amina)

    def asked() -> int:
        with CaptureQueriesContext(connection) as seen:
            amina.get("/stories/")
        return len(seen)

    asked()
    one = asked()
    for name in ("Farah Haddad", "Goran Ilic"):
        made = RoleModel.become(players.enrol(players.person(name), "mentor"))
        RoleModel.objects.filter(pk=made.pk).update(shown_at=clock.now(), started="So.")
    assert asked() == one
