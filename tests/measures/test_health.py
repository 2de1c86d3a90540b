"""The health of a mentorship: the worked example, what is missing, and what holds for any."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from measures.health import WEIGHTS, Components, health

EXAMPLE = Components(
    age=70,
    meetings=4,
    cadence=14,
    since_last=21,
    held=3,
    expected=4,
    mentee_rating=4.3,
    mentor_rating=3.9,
    goal_age=45,
    initiated=0.8,
    agreed=True,
)


def test_the_worked_example_is_drifting() -> None:
    found = health(EXAMPLE)
    assert found is not None
    assert (round(found.value, 1), found.band, found.missing) == (72.2, "drifting", ())
    assert {name: round(part, 3) for name, part in found.parts.items()} == {
        "cadence": 0.75,
        "recency": 0.75,
        "quality": 0.725,
        "goals": 0.5,
        "balance": 0.769,
        "agreement": 1.0,
    }


def test_what_is_not_known_counts_neither_for_nor_against() -> None:
    found = health(replace(EXAMPLE, initiated=None))
    assert found is not None
    assert found.missing == ("balance",)
    assert found.value == pytest.approx((22.5 + 15 + 14.5 + 7.5 + 5) / 0.9)


def test_who_rests_or_may_not_be_watched_has_none() -> None:
    assert health(replace(EXAMPLE, rests=True)) is None
    assert health(replace(EXAMPLE, watched=False)) is None


@pytest.mark.parametrize(("age", "meetings"), [(20, 4), (70, 1)])
def test_what_is_young_is_forming(age: float, meetings: int) -> None:
    found = health(replace(EXAMPLE, age=age, meetings=meetings))
    assert found is not None
    assert found.band == "forming"


@pytest.mark.parametrize(
    ("since_last", "held", "band"), [(14, 4, "thriving"), (21, 3, "drifting"), (42, 0, "at_risk")]
)
def test_the_bands_follow_the_value(since_last: float, held: int, band: str) -> None:
    found = health(replace(EXAMPLE, since_last=since_last, held=held))
    assert found is not None
    assert found.band == band


def test_a_side_that_has_not_rated_hides_no_discontent() -> None:
    for mentee, mentor, quality in (
        (None, None, 0.7),
        (5.0, None, 0.7),
        (2.0, None, 0.25),
        (None, 2.0, 0.25),
    ):
        found = health(replace(EXAMPLE, mentee_rating=mentee, mentor_rating=mentor))
        assert found is not None
        assert found.parts["quality"] == quality


@pytest.mark.parametrize(
    ("age", "meetings", "goals", "part"),
    [
        (30, 4, True, 1.0),
        (31, 4, True, 0.5),
        (None, 2, True, 0.0),
        (None, 1, True, None),
        (None, 4, False, None),
    ],
)
def test_goals_count_once_there_was_time_to_set_them(
    age: float | None, meetings: int, goals: bool, part: float | None
) -> None:
    found = health(replace(EXAMPLE, goal_age=age, meetings=meetings, goals=goals))
    assert found is not None
    assert found.parts.get("goals") == part


def test_before_the_first_meeting_only_what_is_known_counts() -> None:
    found = health(Components(age=5, meetings=0))
    assert found is not None
    assert found.value == pytest.approx(70)
    assert found.band == "forming"
    assert found.missing == ("cadence", "recency", "goals", "balance", "agreement")


def maybe(low: float, high: float) -> st.SearchStrategy[float | None]:
    return st.one_of(st.none(), st.floats(low, high))


ANY = st.builds(
    Components,
    age=st.floats(0, 1000),
    meetings=st.integers(0, 50),
    cadence=maybe(1, 90),
    since_last=maybe(0, 1000),
    held=st.integers(0, 20),
    expected=maybe(0, 20),
    mentee_rating=maybe(1, 5),
    mentor_rating=maybe(1, 5),
    goals=st.booleans(),
    goal_age=maybe(0, 1000),
    initiated=maybe(0, 1),
    agreed=st.one_of(st.none(), st.booleans()),
)


@given(ANY)
def test_health_is_a_mean_of_what_is_known(known: Components) -> None:
    found = health(known)
    assert found is not None
    assert {*found.parts, *found.missing} == set(WEIGHTS)
    assert len(found.parts) + len(found.missing) == len(WEIGHTS)
    assert all(0 <= part <= 1 for part in found.parts.values())
    assert min(found.parts.values()) * 100 - 1e-6 <= found.value <= max(found.parts.values()) * 100 + 1e-6


@given(ANY, st.floats(0, 100))
def test_more_time_since_the_last_meeting_never_helps(known: Components, more: float) -> None:
    later = replace(known, since_last=None if known.since_last is None else known.since_last + more)
    now, then = health(known), health(later)
    assert now is not None
    assert then is not None
    assert then.value <= now.value + 1e-9


@given(ANY)
def test_one_more_meeting_held_never_harms(known: Components) -> None:
    now, then = health(known), health(replace(known, held=known.held + 1))
    assert now is not None
    assert then is not None
    assert then.value >= now.value - 1e-9
