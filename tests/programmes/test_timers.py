"""How long things may take in a programme."""

import re
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from cairn.programmes.timers import Senseless, Timers
from tests import cast as players
from tests.cast import Cast


def test_a_programme_that_said_nothing_has_the_products_defaults(cast: Cast) -> None:
    found = players.programme().timers()
    assert (found.answer_hours, found.remind_hours, found.first_meeting_days, found.stuck_days) == (
        72,
        24,
        14,
        21,
    )
    assert (found.pulse_after, found.pulse_weeks, found.idle_days, found.idle_grace_days) == (2, 6, 90, 7)
    assert (found.closing_days, found.held_hours, found.lead_days) == (30, 72, 7)
    assert (found.action_mails_day, found.other_mails_week, found.open_requests) == (2, 3, 3)


def test_a_section_changes_what_it_names(cast: Cast) -> None:
    programme = players.programme()
    programme.revise("timers", {"first_meeting_days": 10, "gap_factor": 2}, by=cast.chen)
    assert programme.timers() == Timers(first_meeting_days=10, gap_factor=2.0)


@pytest.mark.parametrize(
    ("section", "key", "told"),
    [
        ({"first_meting_days": 10}, "first_meting_days", "is not known"),
        ({"idle_days": "90"}, "idle_days", "has to be a number, not '90'"),
        ({"idle_days": True}, "idle_days", "has to be a number, not True"),
        ({"idle_days": 1.5}, "idle_days", "has to be a whole number, not 1.5"),
        ({"idle_days": 0}, "idle_days", "has to be above 0"),
        ({"gap_factor": float("inf")}, "gap_factor", "has to be above 0"),
    ],
)
def test_a_timer_that_cannot_be_meant_is_named(section: dict[str, Any], key: str, told: str) -> None:
    with pytest.raises(Senseless) as refused:
        Timers.parse(section)
    assert (refused.value.key, str(refused.value)) == (key, f"timers: {key} {told}.")


def test_only_what_differs_is_kept() -> None:
    changed = Timers(idle_days=60)
    assert Timers().as_section() == {}
    assert Timers.parse(changed.as_section()) == changed


def test_the_page_for_operators_lists_every_timer_with_its_default() -> None:
    page = (Path(__file__).parents[2] / "docs/operating.md").read_text(encoding="utf-8")
    section = page.split("## Timers of a programme")[1].split("\n## ")[0]
    told = re.findall(r"^\| `(\w+)` \| ([\d.]+) \|", section, flags=re.MULTILINE)
    assert {name: float(value) for name, value in told} == asdict(Timers())
