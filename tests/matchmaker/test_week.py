from datetime import date

import pytest

from matchmaker.cells import Unreadable
from matchmaker.week import spans, week

WINTER, SUMMER = date(2026, 1, 14), date(2026, 7, 15)


def utc(cell: str, zone: str, during: date = WINTER) -> list[str]:
    return sorted(spans(week(cell, zone, during=during) or frozenset()))


def test_free_time_is_local_and_becomes_utc() -> None:
    assert utc("Mon 09:00-12:00", "Europe/Berlin") == ["Mon 08:00-11:00"]
    assert utc("Mon 09:00-12:00", "Europe/Berlin", SUMMER) == ["Mon 07:00-10:00"]


def test_the_week_is_a_ring() -> None:
    assert utc("Mon 00:00-02:00", "Asia/Tokyo") == ["Sun 15:00-17:00"]
    assert utc("Sun 22:00-23:00", "America/New_York") == ["Mon 03:00-04:00"]


def test_a_day_may_end_at_24_and_run_past_midnight() -> None:
    assert utc("Tue 22:00-24:00", "UTC") == ["Tue 22:00-24:00"]
    assert utc("Tue 23:00-01:00", "UTC") == ["Tue 23:00-24:00", "Wed 00:00-01:00"]
    assert utc("Sun 23:00-01:00", "UTC") == ["Mon 00:00-01:00", "Sun 23:00-24:00"]


def test_the_week_in_which_clocks_change_has_both_offsets() -> None:
    # On Sunday 29 March 2026 Berlin's clocks go from 02:00 to 03:00.
    assert utc("Sat 09:00-10:00;Sun 09:00-10:00", "Europe/Berlin", date(2026, 3, 25)) == [
        "Sat 08:00-09:00",
        "Sun 07:00-08:00",
    ]


def test_only_whole_quarters_count() -> None:
    assert utc("Mon 09:05-09:40", "UTC") == ["Mon 09:15-09:30"]


def test_a_zone_of_quarter_hours_is_met_exactly() -> None:
    assert utc("Mon 12:00-13:00", "Asia/Kathmandu") == ["Mon 06:15-07:15"]


@pytest.mark.parametrize(
    "cell", ["Mon", "Mon 9-12", "Foo 09:00-10:00", "Mon 25:00-26:00", "Mon 09:70-10:00", "Mon 09:00-09:00"]
)
def test_a_time_that_cannot_be_meant_is_refused(cell: str) -> None:
    with pytest.raises(Unreadable, match="write free time like"):
        week(cell, "UTC")


def test_a_zone_that_is_none_is_refused() -> None:
    with pytest.raises(Unreadable, match="IANA zone"):
        week("Mon 09:00-10:00", "Berlin/Mitte")
