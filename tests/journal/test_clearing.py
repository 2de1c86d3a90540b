"""Nothing is kept for ever, and nothing that is still owed is cleared."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from huey.contrib.djhuey import HUEY

from cairn.journal import tasks
from cairn.journal.clearing import ERRANDS_KEPT, RESULTS_KEPT
from cairn.journal.entry import Entry
from cairn.journal.errand import Errand
from cairn.kernel import clock, ids


def test_errands_settled_long_ago_go_and_their_entries_stay(happen: Callable[..., Entry]) -> None:
    happen("count", "fail")
    with clock.moved(by=ERRANDS_KEPT + timedelta(days=1)):
        tasks.night()
    assert list(Errand.objects.values_list("reaction", flat=True)) == ["tests.journal.reacting.fail"]
    assert Entry.everything.count() == 1


@pytest.mark.django_db(transaction=True)
def test_the_queue_forgets_jobs_that_ended_a_week_ago() -> None:
    HUEY.storage.flush_results()
    for _ in range(3):
        tasks.run_errands_of.enqueue(str(ids.new()))
    tasks.night()
    kept = HUEY.result_count()
    with clock.moved(by=RESULTS_KEPT + timedelta(days=1)):
        tasks.night()
    assert (kept, HUEY.result_count()) == (3, 0)
