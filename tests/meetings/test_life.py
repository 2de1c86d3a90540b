"""What becomes of a meeting: moved, called off, late, missed, held; and every step that is not allowed."""

from datetime import timedelta

import pytest

from cairn.journal.entry import Entry
from cairn.kernel import clock
from cairn.meetings import state
from cairn.meetings.absence import Absence
from cairn.meetings.booking import book
from cairn.meetings.cancellation import Cancellation
from cairn.meetings.looking import Held, held_of, next_for, next_of
from cairn.meetings.meeting import Meeting
from cairn.meetings.proposing import people_of
from cairn.meetings.refusal import Refused, SlotTaken
from cairn.meetings.rescheduling import Rescheduling
from cairn.meetings.state import STATES, STEPS, may_go
from cairn.meetings.taken import Taken
from cairn.meetings.tasks import minute, night
from cairn.mentorships.mentorship import Mentorship
from cairn.mentorships.pledge import Pledge
from tests.cast import Cast
from tests.meetings.conftest import fresh, utc

START = utc(3, 9)


@pytest.fixture
def meeting(pair: Mentorship, cast: Cast) -> Meeting:
    """Amina booked half an hour on Tuesday at 10:00 in Berlin."""
    return book(people=people_of(pair), at=START, minutes=30, by=cast.amina, mentorship=pair)


def verbs(meeting: Meeting) -> list[str]:
    return list(Entry.objects.about(meeting).values_list("verb", flat=True))


@pytest.mark.parametrize(("start", "to"), [(a, b) for a in STATES for b in STATES if b not in STEPS[a]])
def test_a_step_that_is_not_in_the_table_is_refused(meeting: Meeting, start: str, to: str) -> None:
    Meeting.objects.filter(pk=meeting.pk).update(state=start)
    changed = fresh(meeting)
    with pytest.raises(Refused):
        changed.go(to)
    assert (fresh(meeting).state, may_go(start, to)) == (start, False)


def test_moving_gives_the_old_time_back_and_raises_the_sequence(meeting: Meeting, cast: Cast) -> None:
    meeting.reschedule(utc(4, 9), by=cast.bruno)
    moved = fresh(meeting)
    assert (moved.starts_at, moved.minutes, moved.sequence, moved.state) == (utc(4, 9), 30, 1, "booked")
    assert Rescheduling.objects.values_list("moved_from", "moved_to", "late").get() == (
        START,
        utc(4, 9),
        False,
    )
    assert Taken.objects.count() == 4
    answers = {each.person_id: each.answer for each in moved.attendees.all()}
    assert answers == {cast.amina.pk: "needs_action", cast.bruno.pk: "accepted"}


def test_a_meeting_that_cannot_move_stands_where_it_stood(
    pair: Mentorship, meeting: Meeting, cast: Cast
) -> None:
    book(people=people_of(pair), at=utc(4, 9), minutes=30, by=cast.amina, mentorship=pair)
    for to, fault in ((utc(4, 9), SlotTaken), (utc(7, 9), Refused), (utc(1, 9), Refused)):
        with pytest.raises(fault):
            fresh(meeting).reschedule(to, by=cast.bruno)
    assert (fresh(meeting).starts_at, fresh(meeting).sequence) == (START, 0)


def test_it_may_move_onto_a_part_of_its_own_time(meeting: Meeting, cast: Cast) -> None:
    meeting.reschedule(START + timedelta(minutes=15), by=cast.amina)
    assert Taken.objects.count() == 4


@pytest.mark.parametrize(("hours_before", "late"), [(25, False), (23, True)])
def test_calling_off_is_late_within_a_day(
    meeting: Meeting, cast: Cast, hours_before: int, late: bool
) -> None:
    with clock.moved(to=START - timedelta(hours=hours_before)):
        meeting.cancel(by=cast.bruno)
        fresh(meeting).cancel(by=cast.bruno)
    assert Cancellation.objects.values_list("by", "late").get() == (cast.bruno.pk, late)
    assert (Taken.objects.count(), verbs(meeting)) == (0, ["meeting.booked", "meeting.cancelled"])


def test_a_stranger_changes_nothing(meeting: Meeting, cast: Cast) -> None:
    for act in (
        lambda: meeting.cancel(by=cast.dara),
        lambda: meeting.reschedule(utc(4, 9), by=cast.dara),
        lambda: meeting.run_late(cast.dara, minutes=5),
        lambda: meeting.tap_held(cast.dara),
        lambda: meeting.answer(cast.dara, "accepted"),
    ):
        with pytest.raises(Refused) as refused:
            act()
        assert refused.value.code == "not_yours"


def test_who_pledged_to_keep_meetings_moves_one_once_and_calls_none_off(
    pair: Mentorship, meeting: Meeting, cast: Cast
) -> None:
    Pledge.objects.create(organisation=pair.organisation, mentorship=pair, person=cast.bruno, at=clock.now())
    meeting.reschedule(utc(4, 9), by=cast.bruno)
    for act in (lambda: meeting.reschedule(utc(5, 9), by=cast.bruno), lambda: meeting.cancel(by=cast.bruno)):
        with pytest.raises(Refused) as refused:
            act()
        assert refused.value.code == "pledged"
    meeting.reschedule(utc(5, 9), by=cast.amina)


def test_both_say_they_met(pair: Mentorship, meeting: Meeting, cast: Cast) -> None:
    with clock.moved(to=START + timedelta(minutes=35)):
        meeting.tap_held(cast.amina)
        assert fresh(meeting).state == "booked"
        meeting.tap_held(cast.bruno)
        meeting.tap_held(cast.bruno)
    pair.refresh_from_db()
    assert (fresh(meeting).state, pair.times_met, pair.met_at) == ("held", 1, START)
    assert held_of([pair]) == {pair.pk: Held(1, START)}


@pytest.mark.parametrize(("hours", "state_then"), [(71, "in_progress"), (73, "held")])
def test_one_says_so_and_nobody_objects_for_three_days(
    meeting: Meeting, cast: Cast, hours: int, state_then: str
) -> None:
    with clock.moved(to=START + timedelta(minutes=35)):
        meeting.tap_held(cast.amina)
    with clock.moved(to=START + timedelta(minutes=35, hours=hours)):
        minute()
        minute()
    assert fresh(meeting).state == state_then
    assert verbs(meeting).count("meeting.held") == (state_then == "held")


def test_an_objection_stops_the_silence(meeting: Meeting, cast: Cast) -> None:
    with clock.moved(to=START + timedelta(minutes=35)):
        meeting.tap_held(cast.amina)
        fresh(meeting).object(cast.bruno)
    with clock.moved(to=START + timedelta(days=9)):
        minute()
        assert fresh(meeting).state == "in_progress"
        fresh(meeting).tap_held(cast.bruno)
    assert fresh(meeting).state == "held"


def test_if_nobody_says_otherwise_it_did_not_happen_and_nobody_is_blamed(
    meeting: Meeting, cast: Cast
) -> None:
    with clock.moved(to=START + timedelta(minutes=35)):
        meeting.object(cast.bruno)
    called_off = Cancellation.objects.get()
    assert (fresh(meeting).state, called_off.by, called_off.late) == ("cancelled", None, False)


def test_nobody_met_before_it_began(meeting: Meeting, cast: Cast) -> None:
    with pytest.raises(Refused) as refused:
        meeting.tap_held(cast.amina)
    assert refused.value.code == "too_soon"


def test_somebody_who_did_not_come(meeting: Meeting, cast: Cast) -> None:
    with clock.moved(to=START + timedelta(minutes=9)), pytest.raises(Refused, match="ten minutes"):
        meeting.miss(cast.bruno, by=cast.amina)
    with clock.moved(to=START + timedelta(minutes=11)):
        meeting.miss(cast.bruno, by=cast.amina)
    assert (fresh(meeting).state, Absence.objects.get().person_id) == ("no_show", cast.bruno.pk)


def test_running_late_is_said_once_and_may_be_corrected(meeting: Meeting, cast: Cast) -> None:
    meeting.run_late(cast.bruno, minutes=5)
    meeting.run_late(cast.bruno, minutes=10)
    assert meeting.latenesses.get().minutes == 10


def test_a_no_to_a_meeting_of_two_calls_it_off(meeting: Meeting, cast: Cast) -> None:
    meeting.answer(cast.bruno, "declined")
    assert (fresh(meeting).state, Cancellation.objects.get().by) == ("cancelled", cast.bruno)


def test_time_reminds_opens_and_asks_once_each(meeting: Meeting, cast: Cast) -> None:
    for before in (timedelta(hours=-23), timedelta(minutes=-9), timedelta(minutes=31)):
        with clock.moved(to=START + before):
            minute()
            minute()
    assert verbs(meeting)[1:] == ["meeting.reminded", "meeting.opened", "meeting.ended"]
    assert fresh(meeting).state == state.IN_PROGRESS


def test_reviewed_when_both_said_how_it_was(meeting: Meeting, cast: Cast) -> None:
    with clock.moved(to=START + timedelta(hours=1)):
        for person in (cast.amina, cast.bruno):
            meeting.tap_held(person)
        meeting.review(cast.amina)
        assert fresh(meeting).state == "held"
        meeting.review(cast.bruno)
    assert fresh(meeting).state == "reviewed"


def test_what_lies_ahead_is_read_for_many_at_once(
    pair: Mentorship, meeting: Meeting, cast: Cast, django_assert_num_queries: object
) -> None:
    assert next_for([cast.amina, cast.bruno.pk, cast.dara]) == {
        cast.amina.pk: meeting,
        cast.bruno.pk: meeting,
    }
    assert next_of([pair]) == {pair.pk: meeting}
    with clock.moved(to=START + timedelta(hours=1)):
        assert next_for([cast.amina]) == {}
        night()
