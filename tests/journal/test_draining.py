"""Errands run once, come back after a fault, and are given up only in ways somebody can count."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection

from cairn.config.reactions import REACTIONS
from cairn.journal.draining import LEASE, MOST_ATTEMPTS, drain, run
from cairn.journal.entry import Entry
from cairn.journal.errand import Errand
from cairn.kernel import clock
from tests.journal.reacting import effects

Happen = Callable[..., Entry]
BOTH = [("count", "amina"), ("count", "bruno")]


@pytest.fixture(autouse=True)
def the_queue_is_away(monkeypatch: pytest.MonkeyPatch) -> None:
    """Outside errands wait for the drain each test calls; their own queue is tested by the ticks."""
    monkeypatch.setattr("cairn.journal.starting._enqueue", lambda _entry: None)


def test_errands_run_when_their_act_has_committed(happen: Happen) -> None:
    happen("count")
    assert (effects(), Errand.objects.owed().count()) == (BOTH, 0)


def test_draining_again_does_nothing_again(happen: Happen) -> None:
    happen("count")
    assert (drain(), effects()) == (0, BOTH)


def test_an_errand_two_processes_hold_is_done_by_one(happen: Happen) -> None:
    happen("count")
    errand = Errand.objects.select_related("entry").earliest("pk")
    assert (run(errand), effects()) == (False, BOTH)


def test_a_fault_takes_its_effect_back_and_comes_back_later(happen: Happen) -> None:
    happen("fail", "count")
    errand = Errand.objects.get(reaction="tests.journal.reacting.fail")
    waits = errand.due_at - clock.wall()
    assert (effects(), errand.attempts, errand.fault) == (BOTH, 1, "ValueError")
    assert timedelta(seconds=50) < waits <= timedelta(minutes=1)


def test_waiting_doubles_up_to_six_hours_and_then_ends(happen: Happen) -> None:
    happen("fail")
    waits = []
    for _ in range(MOST_ATTEMPTS):
        errand = Errand.objects.get()
        if errand.dropped_at is None:
            with clock.moved(to=errand.due_at):
                drain()
                waits.append(Errand.objects.get().due_at - clock.wall())
    minutes = [wait.total_seconds() / 60 for wait in waits]
    assert minutes == [2, 4, 8, 16, 32, 64, 128, 256, *[360] * 10, 0]
    assert (Errand.objects.owed().count(), Errand.objects.get().fault) == (0, "ValueError")


def test_a_call_is_leased_made_and_settled_together_with_its_mark(happen: Happen) -> None:
    happen("call_and_settle")
    assert (drain(), effects(), Errand.objects.owed().count()) == (1, [("settled", "")], 0)


def test_a_call_under_lease_is_left_alone_until_the_lease_is_over(happen: Happen) -> None:
    happen("call_and_settle")
    Errand.objects.update(leased_until=clock.wall() + LEASE)
    assert drain() == 0
    with clock.moved(by=LEASE + timedelta(seconds=1)):
        assert (drain(), effects()) == (1, [("settled", "")])


def test_a_call_in_doubt_that_must_not_be_repeated_is_dropped_and_counted(happen: Happen) -> None:
    happen("call_in_doubt")
    drain()
    assert [(errand.fault, errand.done_at) for errand in Errand.objects.all()] == [("in-doubt", None)]


def test_a_process_that_died_in_a_call_leaves_it_in_doubt(happen: Happen) -> None:
    happen("call_in_doubt")
    Errand.objects.update(leased_until=clock.wall() - LEASE)
    drain()
    assert Errand.objects.get().fault == "in-doubt"


def test_a_call_the_other_side_will_never_take_is_dropped_with_its_code(happen: Happen) -> None:
    happen("call_refused")
    drain()
    assert Errand.objects.get().fault == "no-such-mailbox"


def test_a_reaction_that_was_taken_out_of_the_house_is_dropped(
    happen: Happen, monkeypatch: pytest.MonkeyPatch
) -> None:
    happen("call_refused")
    Errand.objects.update(reaction="tests.journal.reacting.gone")
    drain()
    assert Errand.objects.get().fault == "no-such-reaction"


def test_a_reaction_lives_in_the_hour_of_its_entry(happen: Happen, monkeypatch: pytest.MonkeyPatch) -> None:
    happen("call_refused")
    Entry.everything.update(shift=86_400)
    seen: list[timedelta] = []

    def look(*_what: object) -> bool:
        seen.append(clock.shift())
        return True

    monkeypatch.setattr("cairn.journal.draining._run_outside", look)
    drain()
    assert seen == [timedelta(days=1)]


def test_threads_that_drain_together_do_nothing_twice(
    happen: Happen, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("OTHER_SIDE", str(tmp_path / "other"))
    for _ in range(5):
        happen("call")
    assert REACTIONS["stone.laid"] == ("tests.journal.reacting.call",)

    def work(_number: int) -> int:
        try:
            return drain()
        finally:
            connection.close()

    with ThreadPoolExecutor(3) as pool:
        done = sum(pool.map(work, range(3)))
    calls = (tmp_path / "other").read_text().split()
    assert (done, len(calls), len(set(calls))) == (10, 10, 10)
