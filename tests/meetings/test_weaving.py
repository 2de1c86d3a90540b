"""Weaving, held against a plain look at every minute; and every zone's clocks."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cairn.meetings.series import at_wall
from cairn.meetings.weaving import (
    DAY,
    Availability,
    could_meet,
    joined,
    starts,
    to_minute,
    to_moment,
    weave,
    without,
)

SUNDAY = datetime(2026, 3, 29, tzinfo=UTC)  # clocks go forward in Europe
WITHIN = (to_minute(SUNDAY - timedelta(days=2)), to_minute(SUNDAY + timedelta(days=3)))
ZONES = ("Europe/Berlin", "Africa/Lagos", "Asia/Kathmandu", "America/St_Johns", "Pacific/Chatham")

spans = st.builds(
    lambda start, length: (WITHIN[0] + start, WITHIN[0] + start + length),
    st.integers(-600, 7 * DAY),
    st.integers(1, 500),
)
hours = st.builds(
    lambda weekday, start, length: (weekday, start, min(start + length, DAY)),
    st.integers(0, 6),
    st.integers(0, DAY - 1),
    st.integers(1, 700),
)
exceptions = st.builds(
    lambda day, start, length, free: (
        date(2026, 3, 27) + timedelta(days=day), start, min(start + length, DAY), free
    ),
    st.integers(0, 5),
    st.integers(0, DAY - 1),
    st.integers(1, DAY),
    st.booleans(),
)  # fmt: skip
people = st.builds(
    Availability,
    zone=st.sampled_from(ZONES),
    hours=st.lists(hours, max_size=6),
    exceptions=st.lists(exceptions, max_size=3),
    busy=st.lists(spans, max_size=5),
    taken=st.lists(spans, max_size=3),
    buffer=st.sampled_from((0, 10, 15, 45)),
    full=st.frozensets(
        st.integers(0, 5).map(lambda day: date(2026, 3, 27) + timedelta(days=day)), max_size=1
    ),
)


def plainly_free(person: Availability, minute: int) -> bool:
    """One minute, asked as on paper: what does the clock on the wall say, and what is in the way?"""
    local = to_moment(minute).astimezone(ZoneInfo(person.zone))
    day, wall = local.date(), local.hour * 60 + local.minute
    free = any(weekday == day.weekday() and start <= wall < end for weekday, start, end in person.hours)
    for on, start, end, is_free in person.exceptions:
        free |= is_free and on == day and start <= wall < end
    for on, start, end, is_free in person.exceptions:
        free &= is_free or not (on == day and start <= wall < end)
    if day in person.full:
        return False
    busy = any(start - person.buffer <= minute < end + person.buffer for start, end in person.busy)
    return free and not busy and not any(start - person.buffer <= minute < end for start, end in person.taken)


@settings(max_examples=60)
@given(st.lists(people, min_size=1, max_size=3), st.sampled_from((15, 30, 60)))
def test_what_is_woven_is_what_a_look_at_every_minute_finds(
    everybody: list[Availability], minutes: int
) -> None:
    plain = [minute for minute in range(*WITHIN) if all(plainly_free(each, minute) for each in everybody)]
    stretches = joined((minute, minute + 1) for minute in plain)
    assert weave(everybody, minutes=minutes, within=WITHIN) == [
        (start, end) for start, end in stretches if end - start >= minutes
    ]


@settings(max_examples=100)
@given(st.lists(spans, max_size=8), st.lists(spans, max_size=8))
def test_taking_away_leaves_the_minutes_that_were_not_taken(
    some: list[tuple[int, int]], holes: list[tuple[int, int]]
) -> None:
    left = {m for a, b in without(joined(some), joined(holes)) for m in range(a, b)}
    assert left == {m for a, b in some for m in range(a, b)} - {m for a, b in holes for m in range(a, b)}


@pytest.mark.parametrize("zone", sorted(available_timezones()))
def test_nine_stays_nine_in_every_zone(zone: str) -> None:
    """A year of Mondays at 09:00: the wall says 09:00 at each, wherever the clocks change."""
    monday = date(2026, 1, 5)
    moments = [at_wall(monday + timedelta(weeks=week), 9 * 60, zone) for week in range(60)]
    assert {moment.astimezone(ZoneInfo(zone)).strftime("%a %H:%M") for moment in moments} == {"Mon 09:00"}
    person = Availability(zone=zone, hours=[(0, 9 * 60, 10 * 60)])
    free = could_meet(person, (to_minute(moments[0]), to_minute(moments[-1]) + 60))
    assert free == [(to_minute(moment), to_minute(moment) + 60) for moment in moments]


def test_an_hour_that_the_clocks_skip_is_nobodys_free_hour() -> None:
    person = Availability(zone="Europe/Berlin", hours=[(6, 2 * 60, 3 * 60)])
    assert could_meet(person, WITHIN) == []


def test_an_hour_that_comes_twice_is_free_twice() -> None:
    within = (to_minute(datetime(2026, 10, 24, tzinfo=UTC)), to_minute(datetime(2026, 10, 26, tzinfo=UTC)))
    person = Availability(zone="Europe/Berlin", hours=[(6, 2 * 60, 3 * 60)])
    assert [end - start for start, end in could_meet(person, within)] == [120]


@pytest.mark.parametrize(
    ("zone", "first"), [("Europe/Berlin", "09:30"), ("Asia/Kathmandu", "09:30"), ("Asia/Kolkata", "09:30")]
)
def test_meetings_begin_on_the_half_hours_of_the_wall(zone: str, first: str) -> None:
    person = Availability(zone=zone, hours=[(0, 9 * 60 + 10, 11 * 60)])
    found = starts(could_meet(person, (WITHIN[0], WITHIN[1])), minutes=30, zone=zone)
    assert to_moment(found[0]).astimezone(ZoneInfo(zone)).strftime("%H:%M") == first


def test_a_stretch_without_a_half_hour_begins_at_a_quarter() -> None:
    begin = to_minute(SUNDAY) + 9 * 60 + 5
    assert starts([(begin, begin + 40)], minutes=30, zone="UTC") == [begin + 10]
