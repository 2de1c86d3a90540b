"""Series, letters, agendas and notes, seats, office hours."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from cairn.kernel import clock
from cairn.meetings.agenda import add, agenda_of, hand_for, lay_card, take_off
from cairn.meetings.booking import book
from cairn.meetings.day_exception import DayException
from cairn.meetings.letter import Letter
from cairn.meetings.lettering import open_letters, write
from cairn.meetings.meeting import Meeting
from cairn.meetings.note import Note
from cairn.meetings.noting import jot, rewrite
from cairn.meetings.proposing import people_of
from cairn.meetings.receiving import keep_office, office_slots, take_office_slot
from cairn.meetings.recurring import begin, end, foresee, series_from
from cairn.meetings.refusal import Refused, SlotTaken
from cairn.meetings.seating import Full, announce, open_sessions, take_seat
from cairn.meetings.tasks import night
from cairn.mentorships.action import Action
from cairn.mentorships.goal import Goal
from cairn.mentorships.mentorship import Mentorship
from cairn.programmes.enrolment import MENTEE
from tests import cast as players
from tests.cast import Cast
from tests.meetings.conftest import fresh, utc

TEN = utc(17, 9)  # a Tuesday before the clocks change


def test_a_series_keeps_its_hour_across_the_change_and_leaves_out_what_clashes(
    pair: Mentorship, cast: Cast
) -> None:
    DayException.objects.create(organisation=pair.organisation, person=cast.bruno, day=utc(31, 9).date())
    series = series_from(
        pair, at=TEN, zone="Europe/Berlin", minutes=30, every_weeks=1, count=4, by=cast.amina
    )
    assert [each.fits for each in foresee(series)] == [True, True, False, True]
    booked, left_out = begin(series)
    berlin = [
        each.starts_at.astimezone(ZoneInfo("Europe/Berlin")).strftime("%d.%m. %H:%M") for each in booked
    ]
    assert berlin == ["17.03. 10:00", "24.03. 10:00", "07.04. 10:00"]
    assert [each.number for each in left_out] == [3]
    assert booked[-1].starts_at - booked[0].starts_at == timedelta(days=21, hours=-1)
    assert (end(series, by=cast.amina), Meeting.objects.standing().count()) == (3, 0)


def test_a_series_of_which_nothing_fits_is_not_made(pair: Mentorship, cast: Cast) -> None:
    series = series_from(
        pair, at=utc(21, 9), zone="Europe/Berlin", minutes=30, every_weeks=1, count=3, by=cast.amina
    )
    with pytest.raises(Refused):
        begin(series)
    assert (Meeting.objects.count(), type(series).objects.count()) == (0, 0)


def booked(pair: Mentorship, cast: Cast) -> Meeting:
    return book(people=people_of(pair), at=TEN, minutes=40, by=cast.amina, mentorship=pair)


def test_the_agenda_has_the_formats_blocks_and_what_is_open(pair: Mentorship, cast: Cast) -> None:
    meeting = booked(pair, cast)
    now = {"set_at": clock.now()}
    home = {"organisation": pair.organisation, "mentorship": pair}
    Goal.objects.create(
        **home, owner=cast.amina, title="Speak up", state="active", moved_at=clock.now(), **now
    )
    Action.objects.create(**home, owner=cast.amina, then="Ask one question", **now)
    Action.objects.create(**home, owner=cast.amina, then="For myself", shared=False, **now)
    topic = add(meeting, cast.bruno, "How I learnt it")
    card = hand_for(meeting)[0]
    lay_card(meeting, cast.amina, card.id)
    lay_card(meeting, cast.amina, card.id)
    parts = agenda_of(meeting, cast.bruno)
    assert (len(parts), sum(part.minutes for part in parts)) == (5, 40)
    assert [line.words for part in parts for line in part.lines] == [
        "Ask one question",
        "Speak up",
        "How I learnt it",
        str(card),
    ]
    take_off(meeting, cast.amina, topic.pk)
    assert len(agenda_of(meeting, cast.bruno)[2].lines) == 3
    take_off(meeting, cast.bruno, topic.pk)
    assert len(agenda_of(meeting, cast.bruno)[2].lines) == 2


def test_an_own_note_is_read_by_nobody_else_and_a_shared_one_by_both(pair: Mentorship, cast: Cast) -> None:
    meeting = booked(pair, cast)
    own, shared = (
        jot(meeting, cast.amina, "mine", shared=False),
        jot(meeting, cast.amina, "ours", shared=True),
    )
    assert (own.vault_owner(), shared.vault_owner()) == (cast.amina.pk, pair.pk)
    assert [note.body for note in Note.objects.visible_to(cast.bruno)] == ["ours"]
    rewrite(Note.objects.get(pk=own.pk), cast.amina, "now ours", shared=True)
    assert [note.body for note in Note.objects.visible_to(cast.bruno)] == ["now ours", "ours"]
    for who in (cast.chen, cast.dara, cast.ada):
        assert not Note.objects.visible_to(who).exists()
    with pytest.raises(Refused):
        rewrite(Note.objects.get(pk=own.pk), cast.bruno, "not mine", shared=True)


def test_a_week_of_letters_counts_as_a_meeting(pair: Mentorship, cast: Cast) -> None:
    meeting = open_letters(pair, by=cast.amina)
    assert open_letters(pair, by=cast.bruno).pk == meeting.pk
    blocks = list(Letter.objects.filter(meeting=meeting, person=cast.amina).values_list("block", flat=True))
    for person in (cast.amina, cast.bruno):
        for block in blocks:
            assert fresh(meeting).state == "in_progress"
            write(meeting, person, block=block, body="a few words")
    pair.refresh_from_db()
    assert (len(blocks), fresh(meeting).state, pair.times_met) == (5, "held", 1)


def test_letters_nobody_finishes_are_closed_without_blame(pair: Mentorship, cast: Cast) -> None:
    meeting = open_letters(pair, by=cast.amina)
    with clock.moved(by=timedelta(days=15)):
        night()
        night()
    assert (fresh(meeting).state, fresh(meeting).cancellation.by) == ("cancelled", None)


def test_seats_are_numbered_and_given_once(pair: Mentorship, cast: Cast) -> None:
    session = announce(
        pair.programme, host=cast.bruno, kind="webinar", title="Voice", at=TEN, minutes=30, seats=1
    )
    other = players.person("Emeka Obi")
    players.enrol(other, MENTEE)
    assert [each.pk for each in open_sessions(other)] == [session.pk]
    assert (take_seat(session, cast.amina).seat, take_seat(session, cast.amina).seat) == (1, 1)
    with pytest.raises(Full):
        take_seat(session, other)
    fresh(session).answer(cast.amina, "declined")
    assert (fresh(session).state, take_seat(fresh(session), other).seat) == ("booked", 1)
    with pytest.raises(SlotTaken):
        book(people=[other, cast.chen], at=TEN, minutes=30, by=cast.chen, anywhen=True)
    with pytest.raises(Refused):
        announce(pair.programme, host=cast.amina, kind="group", title="x", at=TEN, minutes=30, seats=3)


def test_office_hours_give_so_many_slots_a_week(pair: Mentorship, cast: Cast) -> None:
    office = keep_office(
        pair.programme, host=cast.bruno, weekday=3, start=15 * 60, end=16 * 60, minutes=20, per_week=1
    )
    slots = office_slots(office, cast.amina, weeks=2)
    assert [slot.starts_at for slot in slots] == [
        utc(day, 14, minute) for day in (5, 12) for minute in (0, 20, 40)
    ]
    take_office_slot(office, cast.amina, slots[1].starts_at)
    assert {slot.starts_at.day for slot in office_slots(office, cast.amina, weeks=2)} == {12}
    with pytest.raises(Refused):
        take_office_slot(office, cast.amina, slots[0].starts_at)
