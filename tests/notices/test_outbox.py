"""The outbox: at once what somebody waits for, the rest when it suits, and never too much of it."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.core import mail
from django.db import connection

from cairn.kernel import clock, ids
from cairn.mentorships.mentorship import Mentorship
from cairn.notices.envelope import Envelope
from cairn.notices.habit import HERE, Habit
from cairn.notices.mute import Mute
from cairn.notices.notice import DROPPED, KEPT, Notice, unseen_count
from cairn.notices.outbox import put
from cairn.notices.tasks import minute
from tests.cast import Cast
from tests.notices.life import MORNING, at, on, pair, propose, subjects, tick

pytestmark = pytest.mark.django_db(transaction=True)
ASKED = "Bruno suggests how you work together"


@pytest.fixture(autouse=True)
def no_digest(cast: Cast) -> None:
    """The weekly digest has tests of its own."""
    for person in (cast.amina, cast.bruno):
        Habit.kept_for(person)
    Habit.objects.update(digest_day=None, digest_due_at=None)


def ask(cast: Cast, text: str = MORNING) -> None:
    with on(text):
        propose(pair(), cast.bruno)


def test_what_somebody_waits_for_leaves_at_once(cast: Cast) -> None:
    with on("2026-11-28T23:00"):
        mentorship = pair()
        put(cast.amina, "mentorship_paused", topic=mentorship.pk, data={"by": cast.bruno.pk})
    assert subjects() == ["Your mentorship with Bruno takes a break"]


def test_what_waits_for_somebody_leaves_at_their_hour(cast: Cast) -> None:
    ask(cast)
    assert subjects() == []
    assert tick("2026-11-25T08:29") == []
    assert tick("2026-11-25T08:30") == [ASKED]
    assert tick("2026-11-25T08:31") == []


@pytest.mark.parametrize(("asked", "told"), [
    ("2026-11-27T19:00", "2026-11-30T08:30"),  # Friday evening
    ("2026-11-28T10:00", "2026-11-30T08:30"),  # Saturday
])  # fmt: skip
def test_evenings_and_weekends_stay_quiet(cast: Cast, asked: str, told: str) -> None:
    ask(cast, asked)
    assert Notice.objects.get().due_at == at(told)


def test_a_tick_that_comes_in_the_night_waits_for_the_morning(cast: Cast) -> None:
    ask(cast)
    assert tick("2026-11-25T22:00") == []
    assert tick("2026-11-26T08:30") == [ASKED]


def test_several_things_come_in_one_mail_each_with_its_button(cast: Cast) -> None:
    with on(MORNING):
        mentorship = pair()
        propose(mentorship, cast.bruno)
        mentorship.begin_closing(cast.bruno)
    assert tick("2026-11-25T08:30") == ["2 things for you"]
    body = str(mail.outbox[0].body)
    assert [words in body for words in (ASKED, "Read and agree:", "Time to round off", "Begin:")] == [
        True
    ] * 4


def test_a_newer_version_takes_the_place_of_the_one_before(cast: Cast) -> None:
    with on(MORNING):
        mentorship = pair()
        for _ in range(3):
            propose(mentorship, cast.bruno)
    assert tick("2026-11-25T08:30") == [ASKED]


def test_two_action_mails_a_day_are_the_most(cast: Cast) -> None:
    Habit.objects.update(batches=[9 * 60, 12 * 60, 15 * 60])
    with on(MORNING):
        mentorship = pair()
    left = []
    for hour in ("07", "10", "13"):
        with on(f"2026-11-25T{hour}:00"):
            propose(mentorship, cast.bruno)
        left.append(len(tick(f"2026-11-25T{int(hour) + 1:02}:00")))
    assert left == [1, 1, 0]
    assert Notice.objects.latest("made_at").due_at == at("2026-11-26T08:00")


def test_a_thing_is_said_three_times_at_most_and_then_only_here(cast: Cast) -> None:
    ask(cast)
    days = [f"2026-{day}T{hour}" for day in ("11-25", "11-27", "12-01", "12-03", "12-04", "12-07", "12-08")
            for hour in ("08:30", "15:00")]  # fmt: skip
    assert sum(len(tick(day)) for day in days) == 3
    assert unseen_count(cast.amina) == 1


def test_a_reminder_says_that_it_is_one(cast: Cast) -> None:
    ask(cast)
    tick("2026-11-25T08:30")
    assert "This is a reminder" not in str(mail.outbox[0].body)
    tick("2026-11-27T15:00")
    assert "This is a reminder" in str(mail.outbox[0].body)


def test_whoever_does_not_react_hears_less_and_then_only_the_digest(cast: Cast) -> None:
    with on("2026-11-02T06:00"):
        mentorship = pair()
    told = []
    for day in range(2, 7):
        for asked, hour in (("06:00", "08:30"), ("12:00", "15:00")):
            with on(f"2026-11-{day:02}T{asked}"):
                propose(mentorship, cast.bruno)
            told += [f"{day} {hour}"] * len(tick(f"2026-11-{day:02}T{hour}"))
    assert told == ["2 08:30", "2 15:00", "3 15:00", "4 15:00"]
    assert Notice.objects.filter(state=KEPT).exists()


def test_whoever_does_anything_is_heard_again(cast: Cast) -> None:
    test_whoever_does_not_react_hears_less_and_then_only_the_digest(cast)
    with on("2026-11-09T06:00"):
        Notice.objects.latest("made_at").see()
        propose(Mentorship.objects.get(), cast.bruno)
    assert tick("2026-11-09T08:30") == [ASKED]


def test_a_kind_that_is_switched_off_stands_only_under_notices(cast: Cast) -> None:
    Mute.say(cast.amina, "agreement_proposed")
    ask(cast)
    assert tick("2026-11-25T08:30") == []
    assert unseen_count(cast.amina) == 1


def test_saying_it_twice_is_saying_it_once(cast: Cast) -> None:
    with on(MORNING):
        topic = pair().pk
        for _ in range(2):
            put(cast.amina, "mentorship_paused", topic=topic, mark="one")
    assert (len(mail.outbox), Notice.objects.count(), Envelope.objects.count()) == (1, 1, 1)


def test_what_is_settled_by_then_is_not_asked(cast: Cast) -> None:
    with on(MORNING):
        propose(pair(), cast.bruno).consent(cast.amina)
    assert tick("2026-11-25T08:30") == []
    assert Notice.objects.get().state == DROPPED


@pytest.mark.parametrize(("looked", "mails"), [(False, 1), (True, 0)])
def test_whoever_reads_here_first_gets_a_mail_only_after_a_day_without_a_look(
    cast: Cast, looked: bool, mails: int
) -> None:
    Habit.objects.update(first=HERE)
    with on(MORNING):
        notice = put(cast.amina, "mentorship_paused", topic=pair().pk)
        if looked:
            notice.see()
    assert tick("2026-11-26T05:59") == []
    assert len(tick("2026-11-26T06:00")) == mails


def test_each_organisation_lives_by_its_own_clock(cast: Cast) -> None:
    home = cast.amina.organisation
    home.clock_shift = timedelta(days=365).total_seconds()
    home.save()
    with on(MORNING), clock.shift_by(home.clock_shift):
        propose(pair(), cast.bruno)
    assert tick("2026-11-25T08:29") == []
    assert tick("2026-11-25T08:30") == [ASKED]


def test_one_fault_keeps_nobody_else_waiting(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    ask(cast)
    broken = put(cast.bruno, "mentorship_closing", topic=ids.new())
    Notice.objects.filter(pk=broken.pk).update(kind="nothing_we_know", due_at=at(MORNING))
    assert tick("2026-11-25T08:30") == [ASKED]


def test_two_ticks_at_once_seal_one_letter(cast: Cast) -> None:
    ask(cast)

    def beat() -> None:
        minute()
        connection.close()

    with on("2026-11-25T08:30"), ThreadPoolExecutor(4) as ticks:
        for each in [ticks.submit(beat) for _ in range(4)]:
            each.result()
    assert Envelope.objects.count() == 1
