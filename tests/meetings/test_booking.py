"""Booking: one time, once; what is in the way, and what it leaves behind."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from cairn.journal.entry import Entry
from cairn.kernel import clock
from cairn.meetings.attendee import Attendee
from cairn.meetings.booking import book
from cairn.meetings.busy import Busy
from cairn.meetings.day_place import DayPlace
from cairn.meetings.habits import Habits
from cairn.meetings.meeting import Meeting
from cairn.meetings.proposing import people_of, propose
from cairn.meetings.refusal import DayFull, Refused, SlotTaken
from cairn.meetings.taken import Taken
from cairn.mentorships.mentorship import Mentorship
from cairn.people.block import Block
from tests.cast import Cast
from tests.meetings.conftest import utc

TUESDAY = utc(3, 9)


def booked(pair: Mentorship, cast: Cast, at: object = TUESDAY, **more: object) -> Meeting:
    return book(people=people_of(pair), at=at, minutes=30, by=cast.amina, mentorship=pair, **more)  # type: ignore[arg-type]  # a test's


def test_a_booking_takes_the_time_of_both_and_says_so(pair: Mentorship, cast: Cast) -> None:
    meeting = booked(pair, cast)
    assert (meeting.state, meeting.minutes, meeting.zone) == ("booked", 30, "Europe/Berlin")
    assert Taken.objects.filter(meeting=meeting).count() == 4
    assert sorted(Attendee.objects.values_list("role", "answer")) == [
        ("mentee", "accepted"),
        ("mentor", "needs_action"),
    ]
    assert Entry.objects.about(meeting).values_list("verb", flat=True).get() == "meeting.booked"


def test_the_same_time_is_given_once(pair: Mentorship, cast: Cast) -> None:
    booked(pair, cast)
    for at in (TUESDAY, TUESDAY + timedelta(minutes=15)):
        with pytest.raises(SlotTaken):
            booked(pair, cast, at)
        with pytest.raises(SlotTaken):
            booked(pair, cast, at, anywhen=True)
    assert Meeting.objects.count() == 1


def test_the_database_refuses_a_quarter_given_twice(pair: Mentorship, cast: Cast) -> None:
    meeting = booked(pair, cast)
    row = Taken.objects.filter(meeting=meeting)[0]
    with pytest.raises(IntegrityError), transaction.atomic():
        Taken.objects.create(
            organisation=row.organisation, person=row.person, quarter=row.quarter, meeting=meeting
        )


def test_a_pause_after_meetings_is_kept(pair: Mentorship, cast: Cast) -> None:
    Habits.objects.create(organisation=cast.bruno.organisation, person=cast.bruno, buffer_minutes=30)
    booked(pair, cast)
    with pytest.raises(SlotTaken):
        booked(pair, cast, TUESDAY + timedelta(minutes=45))
    booked(pair, cast, TUESDAY + timedelta(minutes=60))


def test_a_days_limit_is_not_passed_even_by_hand(pair: Mentorship, cast: Cast) -> None:
    Habits.objects.create(organisation=cast.bruno.organisation, person=cast.bruno, per_day=1, notice_hours=0)
    booked(pair, cast)
    for anywhen in (False, True):
        with pytest.raises((DayFull, Refused)):
            booked(pair, cast, TUESDAY + timedelta(hours=1), anywhen=anywhen)
    day = DayPlace.objects.get(person=cast.bruno).day
    other = booked(pair, cast, utc(4, 9))
    with pytest.raises(IntegrityError), transaction.atomic():
        DayPlace.objects.filter(person=cast.bruno, meeting=other).update(day=day)


@pytest.mark.parametrize(
    ("at", "code"),
    [
        (utc(1, 9), "past"),
        (utc(2, 8), "not_free"),  # within the four hours of notice
        (utc(3, 12), "not_free"),  # the afternoon is not theirs
        (utc(7, 9), "not_free"),  # a Saturday
    ],
)
def test_what_does_not_suit_both_is_refused_with_a_reason(
    pair: Mentorship, cast: Cast, at: object, code: str
) -> None:
    with pytest.raises(Refused) as refused:
        booked(pair, cast, at)
    assert (refused.value.code, bool(str(refused.value)), Meeting.objects.count()) == (code, True, 0)


def test_another_calendar_keeps_its_time(pair: Mentorship, cast: Cast) -> None:
    Busy.objects.create(
        organisation=cast.bruno.organisation,
        person=cast.bruno,
        starts_at=utc(3, 9, 20),
        ends_at=utc(3, 9, 40),
        source="work",
    )
    with pytest.raises(Refused, match="not free"):
        booked(pair, cast)
    assert booked(pair, cast, utc(3, 9, 45)).state == "booked"


def test_nobody_is_brought_together_across_a_block(pair: Mentorship, cast: Cast) -> None:
    Block.objects.create(organisation=cast.bruno.organisation, person=cast.bruno, blocked=cast.amina)
    with pytest.raises(Refused) as refused:
        booked(pair, cast)
    assert refused.value.code == "blocked"


def test_three_times_are_held_on_three_days_and_given_again(pair: Mentorship) -> None:
    held = propose(pair)
    assert [meeting.state for meeting in held] == ["proposed"] * 3
    assert len({meeting.starts_at.date() for meeting in held}) == 3
    assert [meeting.pk for meeting in propose(pair)] == [meeting.pk for meeting in held]


def test_picking_one_lets_the_others_go(pair: Mentorship, cast: Cast) -> None:
    first, second, _third = propose(pair)
    second.take_up(cast.bruno)
    assert list(Meeting.objects.values_list("pk", "state")) == [(second.pk, "booked")]
    assert set(Taken.objects.values_list("meeting", "until")) == {(second.pk, None)}
    with pytest.raises(Refused) as refused:
        first.take_up(cast.amina)
    assert refused.value.code == "gone"


def test_a_held_time_is_nobody_elses_until_it_runs_out(pair: Mentorship, cast: Cast) -> None:
    first, *_rest = propose(pair)
    people = [cast.bruno, cast.chen]
    with pytest.raises(SlotTaken):
        book(people=people, at=first.starts_at, minutes=30, by=cast.chen, anywhen=True)
    with clock.moved(by=timedelta(hours=49)):
        at = first.starts_at + timedelta(days=7)
        book(people=people, at=at, minutes=30, by=cast.chen, anywhen=True)
        last = Meeting.objects.proposed().latest("starts_at")
        book(people=people, at=last.starts_at, minutes=30, by=cast.chen, anywhen=True)
        with pytest.raises(SlotTaken):
            last.take_up(cast.amina)


def test_a_hold_that_ran_out_is_still_booked_where_it_is_free(pair: Mentorship, cast: Cast) -> None:
    *_rest, last = propose(pair)
    with clock.moved(to=last.starts_at - timedelta(hours=5)):
        last.take_up(cast.amina)
        assert (last.state, Taken.objects.filter(until__isnull=False).count()) == ("booked", 0)


def test_an_ended_mentorship_books_nothing(pair: Mentorship, cast: Cast) -> None:
    Mentorship.objects.filter(pk=pair.pk).update(state="closed", closed_as="completed", closed_at=clock.now())
    pair.refresh_from_db()
    with pytest.raises(Refused) as refused:
        booked(pair, cast)
    assert refused.value.code == "closed"
