"""Notices under Notices: the unread first, one's own only, and counted in the frame of every page."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cairn.mentorships.mentorship import Mentorship
from cairn.notices.kind import muteable
from cairn.notices.mute import Mute
from cairn.notices.notice import Notice
from cairn.notices.outbox import put
from cairn.people.person import Person
from tests.cast import Cast
from tests.notices.life import on, pair
from tests.web.browsing import browser_of

KINDS = ("mentorship_paused", "mentorship_resumed", "mentorship_closing")


@pytest.fixture
def mentorship(cast: Cast) -> Mentorship:
    return pair()


def tell(person: Person, mentorship: Mentorship, count: int = 3) -> list[Notice]:
    return [
        put(person, KINDS[number % 3], topic=mentorship.pk, mark=str(number), data={"by": person.pk})
        for number in range(count)
    ]


def test_before_anything_was_told_the_page_says_what_will_stand_there(cast: Cast) -> None:
    page = browser_of(cast.dara).get("/notices/").content.decode()
    assert "Nothing has been told yet" in page


def test_each_line_says_what_its_letter_does(cast: Cast, mentorship: Mentorship) -> None:
    tell(cast.amina, mentorship)
    page = browser_of(cast.amina).get("/notices/").content.decode()
    told = ["takes a break", "goes on", "Time to round off with Bruno"]
    assert [words in page for words in told] == [True] * 3


def test_the_unread_stand_first(cast: Cast, mentorship: Mentorship) -> None:
    old, *_, new = tell(cast.amina, mentorship)
    new.see()
    page = browser_of(cast.amina).get("/notices/").content.decode()
    assert page.index(str(old.pk)) < page.index(str(new.pk))


def test_opening_one_reads_it_and_leads_there(cast: Cast, mentorship: Mentorship) -> None:
    (notice,) = tell(cast.amina, mentorship, 1)
    answer = browser_of(cast.amina).post(f"/notices/{notice.pk}/opening/")
    notice.refresh_from_db()
    assert answer.headers["Location"] == f"/together/{mentorship.pk}/"
    assert notice.seen_at is not None


def test_what_it_was_about_may_be_gone(cast: Cast) -> None:
    notice = put(cast.amina, "mentorship_ended", topic=uuid4())
    browser = browser_of(cast.amina)
    assert "The end of a mentorship" in browser.get("/notices/").content.decode()
    assert browser.post(f"/notices/{notice.pk}/opening/").headers["Location"] == "/today/"


def test_one_press_reads_them_all(cast: Cast, mentorship: Mentorship) -> None:
    tell(cast.amina, mentorship)
    browser_of(cast.amina).post("/notices/seen/")
    assert not Notice.objects.unseen().exists()


def test_the_frame_counts_the_unread(cast: Cast, mentorship: Mentorship) -> None:
    tell(cast.amina, mentorship)
    assert "3 new notices" in browser_of(cast.amina).get("/me/").content.decode()
    assert "new notice" not in browser_of(cast.bruno).get("/me/").content.decode()


@pytest.mark.parametrize("path", ["/notices/", "/me/"])
def test_the_questions_do_not_grow_with_the_notices(cast: Cast, mentorship: Mentorship, path: str) -> None:
    browser, asked = browser_of(cast.amina), []
    for count in (3, 15):
        tell(cast.amina, mentorship, count)
        browser.get(path)
        with CaptureQueriesContext(connection) as queries:
            browser.get(path)
        asked.append(len(queries))
    assert asked[0] == asked[1]


def test_many_come_a_page_at_a_time(cast: Cast, mentorship: Mentorship) -> None:
    tell(cast.amina, mentorship, 25)
    browser = browser_of(cast.amina)
    pages = [browser.get(f"/notices/?page={number}").content.decode() for number in (1, 2, "x")]
    assert [page.count("/opening/") for page in pages] == [20, 5, 20]


HABITS = {
    "first": "email",
    "batch_1": "07:30",
    "batch_2": "",
    "batch_3": "18:00",
    "quiet_from": "20:00",
    "quiet_to": "07:00",
    "inspiring_days": ["0", "4"],
    "digest_day": "6",
    "digest_minute": "17:00",
    "wanted": ["message_posted", "meeting_soon"],
}


def test_habits_are_kept_and_shown_again(cast: Cast) -> None:
    browser = browser_of(cast.amina)
    browser.post("/me/notices/", HABITS)
    page = browser.get("/me/notices/").content.decode()
    shown = ['value="07:30"', 'value="18:00"', 'value="17:00"', 'value="6" selected']
    assert [words in page for words in shown] == [True] * 4
    muted = set(Mute.objects.values_list("kind", flat=True))
    assert muted == {kind.name for kind in muteable()} - {"message_posted", "meeting_soon", "digest"}


def test_what_waits_follows_the_new_hours(cast: Cast, mentorship: Mentorship) -> None:
    with on("2026-11-25T04:00"):
        notice = put(cast.amina, "mentorship_closing", topic=mentorship.pk)
        browser_of(cast.amina).post("/me/notices/", HABITS)
    notice.refresh_from_db()
    assert f"{notice.due_at:%H:%M}" == "06:30"


def test_an_hour_that_is_quiet_is_named_and_nothing_is_lost(cast: Cast) -> None:
    answer = browser_of(cast.amina).post("/me/notices/", {**HABITS, "batch_3": "22:15"})
    page = answer.content.decode()
    assert ["lies within your quiet hours" in page, 'value="22:15"' in page] == [True, True]
    assert not Mute.objects.exists()


def test_no_digest_is_a_choice(cast: Cast) -> None:
    browser = browser_of(cast.amina)
    browser.post("/me/notices/", {**HABITS, "digest_day": ""})
    assert 'value="" selected' in browser.get("/me/notices/").content.decode()


@pytest.mark.parametrize(
    "wrong", [{"batch_1": "25:00"}, {"digest_day": "9"}, {"first": "owl"}, {"wanted": ["x"]}]
)
def test_what_cannot_be_is_said_kindly(cast: Cast, wrong: dict[str, object]) -> None:
    answer = browser_of(cast.amina).post("/me/notices/", {**HABITS, **wrong})
    assert (answer.status_code, "needs a look" in answer.content.decode()) == (200, True)


def test_every_letter_can_be_looked_at_before_anybody_gets_it(cast: Cast) -> None:
    browser = browser_of(cast.chen)
    every = browser.get("/notices/preview/").content.decode()
    page = browser.get("/notices/preview/meeting_soon/").content.decode()
    letter = browser.get("/notices/preview/meeting_soon/mail/").content.decode()
    told = ["/notices/preview/digest/" in every, "Tomorrow: Bruno" in page, "See the agenda" in letter]
    assert told == [True] * 3
