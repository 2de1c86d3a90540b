"""When letters may leave: at chosen hours of one's own clock, never in quiet ones."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo, available_timezones

import pytest

from cairn.notices.rhythm import HOUR, Rhythm
from cairn.notices.weekend import _by_zone, weekend_in

BERLIN = Rhythm(zone=ZoneInfo("Europe/Berlin"))


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("after", "then"),
    [
        ("2026-11-25T08:00", "2026-11-25T08:30"),  # 09:30 in Berlin
        ("2026-11-25T08:30", "2026-11-25T15:00"),
        ("2026-11-25T15:00", "2026-11-26T08:30"),
        ("2026-11-27T15:01", "2026-11-30T08:30"),  # over the weekend
        ("2026-03-27T15:01", "2026-03-30T07:30"),  # the clocks have changed: it stays 09:30
    ],
)
def test_the_next_chosen_hour_is_on_the_persons_clock(after: str, then: str) -> None:
    assert BERLIN.next_batch(at(after)) == at(then)


def test_hours_that_are_all_quiet_wait_for_the_morning() -> None:
    owl = Rhythm(zone=ZoneInfo("UTC"), batches=(22 * HOUR,))
    assert owl.next_batch(at("2026-11-25T12:00")) == at("2026-11-26T08:00")


@pytest.mark.parametrize(
    ("moment", "quiet"),
    [("2026-11-25T17:59", False), ("2026-11-25T18:00", True), ("2026-11-26T06:59", True),
     ("2026-11-26T07:00", False), ("2026-11-28T12:00", True)],
)  # fmt: skip
def test_evenings_nights_and_weekends_are_quiet(moment: str, quiet: bool) -> None:
    assert BERLIN.is_quiet(at(moment)) is quiet


def test_the_weekend_is_where_one_lives() -> None:
    assert [sorted(weekend_in(zone)) for zone in ("Asia/Riyadh", "Europe/Berlin")] == [[4, 5], [5, 6]]
    assert set(_by_zone()) <= available_timezones()


@pytest.mark.parametrize("zone", ["Asia/Kathmandu", "Pacific/Chatham", "America/Santiago", "Africa/Cairo"])
def test_every_batch_of_a_year_is_at_its_hour(zone: str) -> None:
    rhythm, moment = Rhythm(zone=ZoneInfo(zone)), at("2026-01-01T00:00")
    for _ in range(400):
        moment = rhythm.next_batch(moment)
        here = moment.astimezone(rhythm.zone)
        assert (here.hour, here.minute) in {(9, 30), (16, 0)}


def test_a_day_ends_where_the_next_begins_though_clocks_change() -> None:
    noon = at("2026-03-29T10:00")
    assert (BERLIN.day_ended(noon) - BERLIN.day_began(noon)).total_seconds() > 22.9 * 3600
    assert BERLIN.day_ended(noon) < at("2026-03-29T22:00") <= BERLIN.day_began(at("2026-03-29T22:30"))
