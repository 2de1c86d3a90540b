"""A signal's way: raised once, its people told first, the coordinator a week later, nobody else ever."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from cairn.care import tasks, watching
from cairn.care.reactions import see_booking
from cairn.care.signal import Signal
from cairn.journal.entry import Entry
from cairn.journal.errand import Errand
from cairn.journal.recording import record
from cairn.kernel import clock
from cairn.mentorships.ending import Ending
from cairn.mentorships.mentorship import Mentorship
from cairn.mentorships.pause import Pause
from tests import cast as players
from tests.care.conftest import BEGIN, booked, on_day, watch
from tests.care.test_signals import watched
from tests.cast import Cast


def test_it_is_raised_once_its_people_are_told_and_a_week_later_the_coordinator(pair: Mentorship) -> None:
    watched(pair, 7)
    watched(pair, 8)
    signal = Signal.objects.get()
    assert (signal.raised_at, signal.pair_told_at) == (BEGIN + timedelta(days=7), BEGIN + timedelta(days=7))
    watched(pair, 13.9)
    signal.refresh_from_db()
    assert signal.lead_told_at is None
    watched(pair, 14)
    signal.refresh_from_db()
    assert signal.lead_told_at == BEGIN + timedelta(days=14)
    said = [entry.verb for entry in Entry.objects.about(signal)]
    assert said == ["signal.raised", "signal.told"]


def test_a_programme_may_choose_other_days(cast: Cast, pair: Mentorship) -> None:
    pair.programme.revise("timers", {"booking_days": 3, "lead_days": 2}, by=cast.chen)
    assert watched(pair, 3) == {"W1"}
    watched(pair, 5)
    assert Signal.objects.get().lead_told_at == BEGIN + timedelta(days=5)


def test_it_is_solved_when_its_cause_is_gone_and_not_raised_again_at_once(pair: Mentorship) -> None:
    watched(pair, 8)
    with on_day(8):
        meeting = booked(pair, 10)
    assert watched(pair, 9) == set()
    meeting.delete()
    assert watched(pair, 10) == set()
    assert watched(pair, 17) == {"W1", "W2"}


@pytest.mark.parametrize("how", ["rest", "end"])
def test_who_rests_or_has_ended_is_left_in_peace(cast: Cast, pair: Mentorship, how: str) -> None:
    watched(pair, 8)
    with on_day(9) as now:
        if how == "rest":
            Pause.begin(pair, by=cast.amina, until=(now + timedelta(days=60)).date())
        else:
            Ending.leave(pair, by=cast.amina)
    assert watched(pair, 30) == set()
    assert Signal.objects.get().solved_at is not None


def test_no_line_manager_ever_sees_one(cast: Cast, pair: Mentorship) -> None:
    watched(pair, 7)
    watched(pair, 14)
    assert Signal.objects.for_lead(cast.chen).exists()
    cast.amina.manager = cast.chen
    cast.amina.save()
    assert not Signal.objects.for_lead(cast.chen).exists()
    assert not Signal.objects.visible_to(cast.chen).exists()
    assert Signal.objects.for_lead(cast.ada).exists()


def test_strangers_and_other_organisations_see_none(cast: Cast, pair: Mentorship) -> None:
    watched(pair, 14)
    assert not Signal.objects.visible_to(cast.dara).exists()
    elsewhere = players.person("Hana Sato", at=players.organisation("hillside", name="Hillside"))
    assert not Signal.objects.visible_to(elsewhere).exists()


def test_a_booking_solves_at_once_what_it_mends(
    pair: Mentorship, django_capture_on_commit_callbacks: Callable[..., object]
) -> None:
    watched(pair, 8)
    with on_day(8):
        meeting = booked(pair, 10)
        entry = record(
            "meeting.booked",
            organisation=pair.organisation,
            actor=None,
            subject=meeting,
            data={"mentorship": pair.pk},
        )
        see_booking.act(Errand(entry=entry, reaction="", target=""))
    assert not Signal.objects.standing().exists()
    assert clock.now() > BEGIN


def test_people_are_told_once_by_the_minute_after_the_night(pair: Mentorship) -> None:
    with on_day(7):
        watching.watch(pair.organisation)
        assert Signal.objects.get().pair_told_at is None
        tasks.minute()
        tasks.minute()
    with on_day(7.1):
        tasks.minute()
    signal = Signal.objects.get()
    assert signal.pair_told_at == BEGIN + timedelta(days=7)
    assert [entry.verb for entry in Entry.objects.about(signal)] == ["signal.raised"]


def test_what_is_solved_before_anybody_was_told_is_never_told(pair: Mentorship) -> None:
    with on_day(7):
        watching.watch(pair.organisation)
        signal = Signal.objects.get()
        signal.solve()
        tasks.minute()
    assert not Entry.objects.about(signal).exists()


def test_two_watches_at_once_raise_each_signal_once(pair: Mentorship) -> None:
    """The second has not seen what the first wrote: the table lets one of them have it."""
    with on_day(7) as now:
        watch(pair.organisation)
        again = Signal(
            organisation=pair.organisation,
            programme=pair.programme,
            mentorship=pair,
            code="W1",
            raised_at=now,
            pair_told_at=now,
        )
        Signal.objects.bulk_create([again], ignore_conflicts=True)
    assert Signal.objects.count() == 1
