"""The journal's health: errands that wait too long are seen, and so is silence."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from cairn.journal import health
from cairn.journal.entry import Entry
from cairn.journal.ticking import tick
from cairn.kernel import clock


def test_errands_that_wait_too_long_are_counted(happen: Callable[..., Entry]) -> None:
    happen("fail")
    with clock.moved(by=timedelta(minutes=16)):
        assert (health.errands().code, health.errands().count) == ("late", 1)


@pytest.mark.django_db
def test_a_house_that_does_not_tick_is_silent() -> None:
    assert (health.database().well, health.ticks().code) == (True, "silent")
    assert tick("minute") == []


def test_an_organisation_in_the_past_has_no_late_errands(happen: Callable[..., Entry]) -> None:
    with clock.shift_by(-86_400):
        happen("fail")
    assert health.errands().well
