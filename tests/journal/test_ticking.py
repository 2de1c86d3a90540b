"""Ticks: one process runs each, and one room's trouble is not another's."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import CommandError, call_command

from cairn.journal import tasks
from cairn.journal.beat import Beat
from cairn.kernel import clock

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.mark.django_db
def test_a_tick_belongs_to_the_process_that_was_first() -> None:
    with clock.moved(to=NOON):
        taken = [Beat.take("minute", every=timedelta(seconds=45)) for _ in range(3)]
    with clock.moved(to=NOON + timedelta(minutes=1)):
        taken.append(Beat.take("minute", every=timedelta(seconds=45)))
    assert taken == [True, False, False, True]


@pytest.mark.django_db
def test_a_room_that_fails_does_not_keep_the_others_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise RuntimeError

    monkeypatch.setattr(tasks, "minute", fail)
    with pytest.raises(CommandError, match="These rooms failed, see the log: journal"):
        call_command("tick", "minute")


@pytest.mark.django_db
def test_both_ticks_run_by_hand() -> None:
    call_command("tick", "minute")
    call_command("tick", "night")
