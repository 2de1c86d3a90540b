"""Time can be moved by a test and shifted for an organisation, and nothing else."""

import threading
from datetime import UTC, date, datetime, timedelta

import pytest

from cairn.kernel import clock

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def test_a_clock_moved_to_an_hour_stands_still_there() -> None:
    with clock.moved(to=NOON):
        assert (clock.now(), clock.wall()) == (NOON, NOON)


def test_moves_nest_and_end() -> None:
    with clock.moved(to=NOON):
        with clock.moved(by=timedelta(days=1)):
            assert clock.now() == NOON + timedelta(days=1)
        assert clock.now() == NOON
    assert clock.now() != NOON


def test_an_organisation_ahead_of_time_does_not_take_the_machine_with_it() -> None:
    with clock.moved(to=NOON), clock.shift_by(3600):
        assert (clock.now(), clock.wall()) == (NOON + timedelta(hours=1), NOON)


def test_a_move_holds_in_other_threads_and_a_shift_does_not() -> None:
    seen: list[datetime] = []
    with clock.moved(to=NOON), clock.shift_by(3600):
        thread = threading.Thread(target=lambda: seen.append(clock.now()))
        thread.start()
        thread.join()
    assert seen == [NOON]


def test_the_date_depends_on_where_one_is() -> None:
    with clock.moved(to=datetime(2026, 3, 1, 23, tzinfo=UTC)):
        assert (clock.today("UTC"), clock.today("Asia/Tokyo")) == (date(2026, 3, 1), date(2026, 3, 2))


def test_a_clock_is_not_moved_to_an_hour_of_nowhere() -> None:
    with pytest.raises(ValueError, match="aware"), clock.moved(to=datetime(2026, 3, 1)):  # noqa: DTZ001 - the point
        pass
