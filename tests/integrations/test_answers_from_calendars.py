"""Yes, no, maybe and "another time" from the calendars people have, as raw mails over SMTP and IMAP."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core import mail

from cairn.integrations.inbound_mail.taking import take
from cairn.kernel import clock
from cairn.meetings.busy import Busy
from cairn.meetings.meeting import Meeting
from cairn.meetings.moving import cancel, reschedule
from cairn.meetings.recurring import begin, series_from
from cairn.mentorships.mentorship import Mentorship
from tests.cast import Cast
from tests.integrations.conftest import MONDAY, TUESDAY_NINE, PostOffice, answer_of, invited
from tests.integrations.letters import OUTLOOK, PROGRAMS, THUNDERBIRD, WRITERS

HALF = timedelta(minutes=30)
AMINA = "amina@lakeside.example"
WEDNESDAY_TEN = TUESDAY_NINE + timedelta(days=1, hours=1)


def written(program: str, meeting: Meeting, cast: Cast, **other: Any) -> bytes:
    """What a program sends for Amina."""
    at: datetime = other.pop("at", meeting.starts_at)
    said = {
        "to": invited(meeting, cast.amina),
        "who": AMINA,
        "uid": meeting.uid,
        "sequence": meeting.sequence,
        "answer": "ACCEPTED",
        "at": at,
        "until": at + HALF,
    }
    return WRITERS[program](**{**said, **other})


def now(meeting: Meeting) -> Meeting:
    found: Meeting = Meeting.objects.get(pk=meeting.pk)
    return found


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("program", PROGRAMS)
def test_every_program_can_say_yes_maybe_and_no(
    program: str, meeting: Meeting, cast: Cast, deliver: Callable[[bytes], int]
) -> None:
    assert deliver(written(program, meeting, cast)) == 1
    assert answer_of(meeting, cast.amina) == "accepted"
    deliver(written(program, meeting, cast, answer="TENTATIVE"))
    assert answer_of(meeting, cast.amina) == "tentative"
    assert now(meeting).state == "booked"
    deliver(written(program, meeting, cast, answer="DECLINED"))
    assert answer_of(meeting, cast.amina) == "declined"
    assert now(meeting).state == "cancelled"  # where two meet, a no calls it off


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("program", [THUNDERBIRD, OUTLOOK])
def test_a_counter_moves_the_meeting_and_asks_the_other(
    program: str, meeting: Meeting, cast: Cast, deliver: Callable[[bytes], int]
) -> None:
    mail.outbox.clear()
    deliver(written(program, meeting, cast, at=WEDNESDAY_TEN, method="COUNTER", answer="TENTATIVE"))
    moved = now(meeting)
    assert (moved.starts_at, moved.sequence, moved.state) == (WEDNESDAY_TEN, 1, "booked")
    assert (answer_of(meeting, cast.amina), answer_of(meeting, cast.bruno)) == ("accepted", "needs_action")
    invitations = {letter.to[0]: letter for letter in mail.outbox if letter.attachments}
    assert sorted(invitations) == [AMINA, "bruno@lakeside.example"]


@pytest.mark.django_db(transaction=True)
def test_a_counter_to_a_time_that_is_taken_moves_nothing_and_says_so(meeting: Meeting, cast: Cast) -> None:
    Busy.objects.create(
        organisation=cast.bruno.organisation,
        person=cast.bruno,
        starts_at=WEDNESDAY_TEN,
        ends_at=WEDNESDAY_TEN + HALF,
        source="test",
    )
    mail.outbox.clear()
    taken = take(written(THUNDERBIRD, meeting, cast, at=WEDNESDAY_TEN, method="COUNTER"))
    assert (taken.code, now(meeting).starts_at, now(meeting).sequence) == ("not_free", TUESDAY_NINE, 0)
    (letter,) = mail.outbox
    assert letter.to == [AMINA]
    assert "METHOD:DECLINECOUNTER" in letter.message().as_string()


@pytest.mark.django_db(transaction=True)
def test_whoever_proposes_knows_their_own_calendar_better(meeting: Meeting, cast: Cast) -> None:
    """Outside Amina's own hours, inside Bruno's: she asked for it herself."""
    Busy.objects.create(
        organisation=cast.amina.organisation,
        person=cast.amina,
        starts_at=WEDNESDAY_TEN,
        ends_at=WEDNESDAY_TEN + HALF,
        source="test",
    )
    assert take(written(THUNDERBIRD, meeting, cast, at=WEDNESDAY_TEN, method="COUNTER")).code == "moved"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"uid": "somebody-elses"}, "unknown"),
        ({"to": "reply@cairn.example"}, "no_sign"),
        ({"to": "reply+m" + "a" * 45 + "@cairn.example"}, "no_sign"),
        ({"who": "dara@lakeside.example"}, "forged"),
        ({"answer": "DELEGATED"}, "no_answer"),
        ({"answer": "NEEDS-ACTION"}, "no_answer"),
    ],
)
def test_what_is_not_ours_or_not_theirs_changes_nothing(
    change: dict[str, str], code: str, meeting: Meeting, cast: Cast
) -> None:
    assert take(written(OUTLOOK, meeting, cast, **change)).code == code
    assert (answer_of(meeting, cast.amina), now(meeting).state) == ("needs_action", "booked")


@pytest.mark.django_db
def test_a_mail_from_somebody_else_is_forged_whatever_it_says_inside(meeting: Meeting, cast: Cast) -> None:
    honest = written(OUTLOOK, meeting, cast)
    other = honest.replace(b"From: Amina Diallo <amina@", b"From: Amina Diallo <dara@")
    assert take(other).code == "forged"
    inside = written(THUNDERBIRD, meeting, cast).replace(
        b"RSVP=TRUE:mailto:amina@", b"RSVP=TRUE:mailto:dara@"
    )
    assert take(inside).code == "forged"
    twice = b"From: Eve <amina@lakeside.example>\r\n" + honest
    assert take(twice).code == "automatic"
    assert answer_of(meeting, cast.amina) == "needs_action"


@pytest.mark.django_db
def test_one_persons_sign_does_not_speak_for_another(meeting: Meeting, cast: Cast) -> None:
    assert take(written(OUTLOOK, meeting, cast, to=invited(meeting, cast.bruno))).code == "forged"
    assert (answer_of(meeting, cast.amina), answer_of(meeting, cast.bruno)) == ("needs_action", "accepted")


@pytest.mark.django_db
def test_an_answer_to_an_older_time_is_stale(meeting: Meeting, cast: Cast) -> None:
    old = written(OUTLOOK, meeting, cast, answer="DECLINED")
    reschedule(meeting, WEDNESDAY_TEN, by=cast.bruno)
    assert take(old).code == "stale"
    assert (now(meeting).state, answer_of(meeting, cast.amina)) == ("booked", "needs_action")
    assert take(written(OUTLOOK, now(meeting), cast)).code == "accepted"


@pytest.mark.django_db
def test_the_same_mail_counts_once(meeting: Meeting, cast: Cast) -> None:
    first = written(OUTLOOK, meeting, cast)
    assert [take(first).code, take(first).code] == ["accepted", "again"]


@pytest.mark.django_db
def test_a_meeting_that_is_off_stays_off(meeting: Meeting, cast: Cast) -> None:
    cancel(meeting, by=cast.bruno)
    assert take(written(OUTLOOK, now(meeting), cast)).code == "not_now"


@pytest.mark.django_db
def test_an_answer_to_a_series_is_for_all_of_it_and_to_one_for_one(
    mentorship: Mentorship, cast: Cast
) -> None:
    series = series_from(
        mentorship, at=TUESDAY_NINE, zone="Europe/Berlin", minutes=30, every_weeks=1, count=5, by=cast.bruno
    )
    meetings, _out = begin(series)
    assert take(written(THUNDERBIRD, meetings[0], cast, uid=str(series.pk))).code == "accepted"
    assert {answer_of(each, cast.amina) for each in meetings} == {"accepted"}
    # The fifth Tuesday lies behind the night when clocks go forward; its name is the hour on the wall.
    fifth = written(
        THUNDERBIRD, meetings[0], cast, uid=str(series.pk), answer="DECLINED", sequence=0
    ).replace(b"UID:", b"RECURRENCE-ID;TZID=Europe/Berlin:20260331T090000\r\nUID:")
    assert take(fifth).code == "declined"
    assert [now(each).state for each in meetings] == ["booked"] * 4 + ["cancelled"]


@pytest.mark.django_db
def test_a_counter_to_a_whole_series_moves_nothing(mentorship: Mentorship, cast: Cast) -> None:
    series = series_from(
        mentorship, at=TUESDAY_NINE, zone="Europe/Berlin", minutes=30, every_weeks=1, count=2, by=cast.bruno
    )
    meetings, _out = begin(series)
    counter = written(
        THUNDERBIRD,
        meetings[0],
        cast,
        uid=str(series.pk),
        at=WEDNESDAY_TEN,
        method="COUNTER",
        answer="TENTATIVE",
    )
    assert take(counter).code == "whole_series"


@pytest.mark.django_db(transaction=True)
def test_the_mailbox_tells_what_nobody_could_deal_with(
    meeting: Meeting, cast: Cast, deliver: Callable[[bytes], int], post_office: PostOffice
) -> None:
    deliver(written(OUTLOOK, meeting, cast))
    deliver(written(OUTLOOK, meeting, cast, who="dara@lakeside.example"))
    assert post_office.flags() == [{"\\Seen"}, {"\\Seen", "\\Flagged"}]
    with clock.moved(to=MONDAY + HALF):
        assert deliver(written(OUTLOOK, meeting, cast, answer="TENTATIVE")) == 1  # what was read stays read
