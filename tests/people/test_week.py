"""A week told in another zone: hours move, split at midnight, and wrap around Sunday."""

from datetime import UTC, datetime

from cairn.kernel import clock
from cairn.people.free_hour import FreeHour
from cairn.people.week import told_in

WINTER = datetime(2026, 1, 14, 12, tzinfo=UTC)
SUMMER = datetime(2026, 7, 15, 12, tzinfo=UTC)
MONDAY_MORNING = [FreeHour(weekday=0, start=9 * 60, end=12 * 60)]


def test_the_same_zone_changes_nothing() -> None:
    assert told_in("Europe/Berlin", MONDAY_MORNING, lived_in="Europe/Berlin") == [(0, 540, 720)]


def test_an_hour_moves_by_the_distance_of_the_day() -> None:
    with clock.moved(to=WINTER):
        assert told_in("Africa/Lagos", MONDAY_MORNING, lived_in="Europe/Berlin") == [(0, 540, 720)]
    with clock.moved(to=SUMMER):
        assert told_in("Africa/Lagos", MONDAY_MORNING, lived_in="Europe/Berlin") == [(0, 480, 660)]


def test_a_stretch_over_midnight_falls_on_two_days() -> None:
    evening = [FreeHour(weekday=6, start=22 * 60, end=24 * 60)]
    with clock.moved(to=WINTER):
        told = told_in("Europe/Berlin", evening, lived_in="Europe/London")
    assert told == [(0, 0, 60), (6, 1380, 1440)]
