"""Flash: a topic, a time, one question; limits that hold; what came of it; going on, unseen."""

from datetime import timedelta

import pytest

from cairn.conversations.thread import Thread
from cairn.journal.entry import Entry
from cairn.kernel import clock
from cairn.meetings.agenda import agenda_of
from cairn.meetings.attending import tap_held
from cairn.meetings.moving import cancel
from cairn.meetings.office_hours import OfficeHours
from cairn.mentorships.mentorship import Mentorship
from cairn.people.block import Block
from cairn.programmes.enrolment import Enrolment
from cairn.programmes.programme import Programme
from cairn.stories.asking import ask
from cairn.stories.flash import Flash
from cairn.stories.giving import Giving
from cairn.stories.impact import Impact
from cairn.stories.offering import offers_on, topics_for
from cairn.stories.refusal import Refused
from cairn.stories.tasks import night
from cairn.stories.unmet_topic import UnmetTopic, missing_in
from cairn.stories.wish import Wish, continued
from tests import cast as players
from tests.cast import Cast
from tests.stories.conftest import TOPIC, Ask


def met(flash: Flash) -> Flash:
    """They met, and both say so."""
    with clock.moved(by=flash.meeting.ends_at - clock.now()):
        for person in (flash.asker, flash.expert):
            tap_held(flash.meeting, person)
    return Flash.objects.with_people().get(pk=flash.pk)


def test_a_topic_leads_to_times_and_each_time_to_whoever_knows(expert: Enrolment, cast: Cast) -> None:
    offers = offers_on(cast.amina, TOPIC)
    assert {each.expert for each in offers} == {expert}
    assert [each.starts_at for each in offers] == sorted(each.starts_at for each in offers)
    assert all(each.ends_at - each.starts_at == timedelta(minutes=20) for each in offers)
    assert TOPIC in topics_for(cast.amina)


def test_nobody_is_offered_who_does_not_know_or_is_blocked(expert: Enrolment, cast: Cast) -> None:
    assert offers_on(cast.amina, "no-such-skill") == []
    Block.objects.create(organisation=cast.amina.organisation, person=cast.bruno, blocked=cast.amina)
    assert offers_on(cast.amina, TOPIC) == []


def test_where_no_programme_answers_questions_there_are_no_times(cast: Cast) -> None:
    players.claim(cast.bruno, "offered", TOPIC)
    assert offers_on(cast.amina, TOPIC) == []


def test_office_hours_say_when_an_expert_answers(steps: Programme, expert: Enrolment, cast: Cast) -> None:
    OfficeHours.objects.create(
        organisation=steps.organisation, programme=steps, host=cast.bruno, weekday=2, start=600, end=660,
        made_at=clock.now(),
    )  # fmt: skip
    assert {each.starts_at.weekday() for each in offers_on(cast.amina, TOPIC)} == {2}


def test_asking_books_a_meeting_and_brings_the_question_along(asked: Ask, cast: Cast) -> None:
    flash = asked()
    lines = [line.words for part in agenda_of(flash.meeting, cast.bruno) for line in part.lines]
    assert (flash.mentorship.format, flash.meeting.kind, flash.meeting.minutes) == ("flash", "flash", 20)
    assert lines == ["How do I begin a talk?"]
    assert Thread.objects.visible_to(cast.bruno).of_origin(flash.mentorship_id).get().latest == 1
    assert Entry.objects.filter(verb="flash.asked").count() == 1


def test_a_question_has_words_and_no_more_than_three_hundred_letters(asked: Ask) -> None:
    for words, code in ((" ", "no_words"), ("x" * 301, "too_long")):
        with pytest.raises(Refused) as refused:
            asked(question=words)
        assert refused.value.code == code
    assert (Flash.objects.count(), Mentorship.objects.count()) == (0, 0)


def test_nobody_holds_more_than_two_open_bookings(asked: Ask, cast: Cast) -> None:
    Giving.say(cast.bruno, 5)
    first = asked()
    asked()
    with pytest.raises(Refused) as refused:
        asked()
    assert refused.value.code == "two_open"
    first.call_off(cast.amina)
    asked()


def test_an_expert_gives_two_a_month_unless_they_say_otherwise(
    asked: Ask, cast: Cast, expert: Enrolment
) -> None:
    months = set()
    for name in ("Emeka Obi", "Farah Haddad"):
        months.add(asked(players.person(name)).meeting.starts_at.month)
    flash = Flash.objects.with_people().earliest("asked_at")
    with pytest.raises(Refused) as refused:
        ask(
            cast.amina, expert=expert, topic=TOPIC, question="And I?",
            at=flash.meeting.starts_at + timedelta(minutes=30),
        )  # fmt: skip
    assert (refused.value.code, len(months)) == ("month_full", 1)
    Giving.say(cast.bruno, 3)
    asked()


def test_a_slot_called_off_late_is_in_the_pool_again(
    asked: Ask, cast: Cast, expert: Enrolment, django_capture_on_commit_callbacks: object
) -> None:
    Giving.say(cast.bruno, 1)
    flash = asked()
    at = flash.meeting.starts_at
    assert [each for each in offers_on(cast.amina, TOPIC) if each.starts_at.month == at.month] == []
    with clock.moved(by=at - clock.now() - timedelta(hours=2)):
        flash.call_off(cast.amina)
        assert flash.month_places.count() == flash.open_places.count() == 0
    assert offers_on(cast.amina, TOPIC)[0].starts_at == at


@pytest.mark.django_db(transaction=True)
def test_a_meeting_called_off_elsewhere_gives_the_slot_back_too(asked: Ask, cast: Cast) -> None:
    flash = asked()
    cancel(flash.meeting, by=cast.bruno)
    flash.mentorship.refresh_from_db()
    assert (flash.month_places.count(), flash.mentorship.state) == (0, "closed")


@pytest.mark.django_db(transaction=True)
def test_whoever_met_may_book_again(asked: Ask) -> None:
    flash = met(asked())
    assert (flash.open_places.count(), flash.month_places.count()) == (0, 1)


def test_a_week_later_one_is_asked_what_came_of_it(asked: Ask, cast: Cast) -> None:
    flash = met(asked())
    night()
    assert Impact.objects.count() == 0
    with clock.moved(by=timedelta(days=30)):
        night()
        night()
        assert [impact.flash for impact in Impact.objects.visible_to(cast.amina)] == [flash]
        flash.tell(cast.amina, "I began with a question.")
    told = flash.told()
    assert told is not None
    assert (told.words, flash.mentorship.state) == ("I began with a question.", "closed")


def test_silence_about_it_ends_kindly(asked: Ask) -> None:
    flash = met(asked())
    for days in (30, 60):
        with clock.moved(by=timedelta(days=days)):
            night()
    flash.mentorship.refresh_from_db()
    assert (flash.mentorship.state, flash.mentorship.closed_as) == ("closed", "completed")


def test_only_the_asker_says_what_came_of_it(asked: Ask, cast: Cast) -> None:
    flash = asked()
    for person, code in ((cast.bruno, "not_yours"), (cast.amina, "too_soon")):
        with pytest.raises(Refused) as refused:
            flash.tell(person, "Well.")
        assert refused.value.code == code


def test_going_on_takes_two_yeses_that_nobody_sees(asked: Ask, cast: Cast) -> None:
    flash = met(asked())
    assert Wish.say(flash, by=cast.amina, more=True) is None
    assert Wish.say(flash, by=cast.bruno, more=False) is None
    assert Wish.objects.visible_to(cast.bruno).count() == 1
    assert {entry.actor_id for entry in Entry.objects.filter(verb="flash.wished")} == {None}
    begun = Wish.say(flash, by=cast.bruno, more=True)
    assert begun is not None
    assert (begun.format, continued(flash)) == ("one-to-one", begun)
    assert Wish.say(flash, by=cast.amina, more=True) == begun


def test_two_yeses_wait_for_a_place(asked: Ask, cast: Cast, expert: Enrolment) -> None:
    flash = met(asked())
    Enrolment.objects.filter(pk=expert.pk).update(capacity=0)
    for person in (cast.amina, cast.bruno):
        assert Wish.say(flash, by=person, more=True) is None
    Enrolment.objects.filter(pk=expert.pk).update(capacity=1)
    night()
    assert continued(flash) is not None


def test_a_coordinator_counts_flashes_and_reads_none(asked: Ask, cast: Cast) -> None:
    asked()
    assert Flash.objects.visible_to(cast.chen).count() == 0


def test_topics_looked_for_in_vain_are_counted_by_people_not_searches(steps: Programme, cast: Cast) -> None:
    for _again in range(2):
        UnmetTopic.note([steps], person=cast.amina, code=TOPIC, words="talks")
    UnmetTopic.note([steps], person=cast.amina, code="own:mysecret", words="my secret")
    rows = missing_in(steps, since=clock.today().replace(day=1))
    assert [(row.people, "secret" in row.label) for row in rows] == [(None, False)]
    for number in range(5):
        who = players.person(f"Person{number} Obi")
        UnmetTopic.note([steps], person=who, code="own:beekeeping", words="Beekeeping")
    assert missing_in(steps, since=clock.today().replace(day=1))[0].people == 5
