"""Two runs side by side."""

import pytest

from cairn.matching.comparing import compare_runs
from cairn.matching.rulebook import rules_of
from cairn.matching.running import make_run
from cairn.packs.crowd import gather_crowd
from cairn.programmes.enrolment import Enrolment
from cairn.programmes.programme import Programme


def test_a_run_beside_itself_shows_no_change(steps: Programme, trio: dict[str, Enrolment]) -> None:
    told = compare_runs(make_run(steps, by=None), make_run(steps, by=None))
    assert (told.changed, told.same, told.rules) == ((), 2, ())
    assert told.gain == pytest.approx(0)


def test_other_weights_show_who_changed_and_what_it_brings(steps: Programme) -> None:
    gather_crowd(steps, mentees=40, mentors=30)
    one = make_run(steps, by=None)
    other = make_run(steps, by=None, book=rules_of(steps).with_weights({"skills": 0, "hours": 10}))
    told = compare_runs(one, other)
    assert told.changed
    assert told.same + len(told.changed) >= told.one.matched
    assert [(each.id, each.one, each.other) for each in told.rules] == [("skills", 8, 0), ("hours", 3, 10)]
    assert told.gain is not None
    assert told.gain >= 0
