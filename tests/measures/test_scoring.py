"""What answers add up to: the worked examples, and what holds for any."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from measures.effect import effect
from measures.goal_attainment import t_score
from measures.scoring import band_of, recommendation, score, shift


def instrument(
    items: int, *, least: int, most: int, reverse: tuple[int, ...] = (), **asked: Any
) -> dict[str, Any]:
    ids = [f"q{number}" for number in range(1, items + 1)]
    return {
        "id": "made",
        "items": [
            {"id": id_, "type": "likert", "min": least, "max": most, "reverse": number in reverse}
            for number, id_ in enumerate(ids, start=1)
        ],
        "scores": [{"id": "total", "items": ids, "fn": "mean", "transform": None, **asked}],
    }


def answers(*values: float | None) -> dict[str, float]:
    return {f"q{number}": value for number, value in enumerate(values, start=1) if value is not None}


WHO5 = instrument(
    5,
    least=0,
    most=5,
    fn="sum",
    transform={"multiply": 4},
    minAnswered=5,
    bands=[{"lte": 28, "label": "seek help"}, {"lte": 50, "label": "look closer"}, {"label": "well"}],
)
CBI_WORK = instrument(
    7, least=0, most=100, reverse=(7,), minAnswered=4, bands=[{"lt": 50, "label": "low"}, {"label": "high"}]
)
RQ6 = instrument(
    6,
    least=1,
    most=5,
    reverse=(4,),
    minAnswered=5,
    bands=[{"lt": 3, "label": "act"}, {"lt": 4, "label": "watch"}, {"label": "good"}],
)


@pytest.mark.parametrize(
    ("given_", "value", "band"),
    [
        ((3, 3, 2, 2, 2), 48, "look closer"),
        ((5, 5, 5, 5, 5), 100, "well"),
        ((2, 2, 1, 1, 1), 28, "seek help"),
        ((0, 0, 0, 0, 0), 0, "seek help"),
    ],
)
def test_well_being_is_the_raw_sum_times_four(given_: tuple[int, ...], value: float, band: str) -> None:
    found = score(WHO5, answers(*given_))["total"]
    assert (found.value, found.band, found.answered) == (value, band, 5)


def test_the_reversed_item_of_burnout_counts_the_other_way() -> None:
    always, never = 100, 0
    found = score(CBI_WORK, answers(*[always] * 7))["total"]
    assert found.value == pytest.approx(85.71, abs=0.005)
    assert found.band == "high"
    assert score(CBI_WORK, answers(*[always] * 6, never))["total"].value == 100


def test_what_is_missing_counts_as_the_mean_of_what_was_answered() -> None:
    assert score(CBI_WORK, answers(100, 50, 75, 75))["total"].value == 75
    found = score(CBI_WORK, answers(100, 100, 100))["total"]
    assert (found.value, found.band, found.answered) == (None, None, 3)
    summed = instrument(4, least=0, most=5, fn="sum", minAnswered=2)
    assert score(summed, answers(3, 5))["total"].value == 16


def test_every_item_is_needed_unless_the_document_says_otherwise() -> None:
    asked = instrument(2, least=1, most=5)
    assert score(asked, answers(4))["total"].value is None
    assert score(asked, {})["total"].answered == 0


@pytest.mark.parametrize(
    ("given_", "band"),
    [((2, 3, 3, 3, 3, 3), "act"), ((3, 3, 3, 3, 3, 3), "watch"), ((4, 4, 4, 2, 4, 4), "good")],
)
def test_a_band_begins_where_the_one_before_it_ends(given_: tuple[int, ...], band: str) -> None:
    assert score(RQ6, answers(*given_))["total"].band == band


def test_a_value_may_lie_in_no_band() -> None:
    assert band_of((), 3) is None
    assert band_of([{"lt": 3, "label": "act"}], 4) is None


@pytest.mark.parametrize(("id_", "value"), [("q1", 6), ("q1", 0), ("q1", float("nan")), ("q9", 3)])
def test_an_answer_that_cannot_be_one_is_refused(id_: str, value: float) -> None:
    with pytest.raises(ValueError, match=id_):
        score(RQ6, {id_: value})


def test_a_transform_nobody_knows_is_refused() -> None:
    with pytest.raises(ValueError, match="square"):
        score(instrument(1, least=0, most=5, transform={"square": 2}), answers(3))


def test_recommendation_is_who_would_less_who_would_not() -> None:
    asked = [9] * 4 + [8] * 3 + [4] * 3
    assert recommendation(asked) == 10
    one = instrument(1, least=0, most=10, fn="recommendation")
    each = [score(one, answers(answer))["total"].value for answer in asked]
    assert sum(value for value in each if value is not None) / len(each) == 10
    assert recommendation([]) is None
    assert (recommendation([6]), recommendation([7]), recommendation([10])) == (-100, 0, 100)


def test_three_goals_of_one_weight_give_the_known_figure() -> None:
    assert t_score([1, 1, 1], [1, 0, 2]) == pytest.approx(63.7, abs=0.05)
    assert t_score([1, 1], [0, 0]) == 50
    assert t_score([], []) is None


@pytest.mark.parametrize(
    ("weights", "levels"), [([1], [1, 2]), ([0], [1]), ([1], [3]), ([1], [float("nan")])]
)
def test_goals_that_cannot_be_are_refused(weights: list[float], levels: list[float]) -> None:
    with pytest.raises(ValueError, match=r"weight"):
        t_score(weights, levels)


def test_a_change_is_reliable_beyond_the_instruments_own_doubt() -> None:
    """0.7·√2·√0.15 is 0.3834: six tenths are within it, eight tenths beyond."""
    small, large = shift(3.0, 3.6, sd=0.7, rxx=0.85), shift(3.0, 3.8, sd=0.7, rxx=0.85)
    assert (round(small.index, 3), small.reliable) == (1.565, False)
    assert (round(large.index, 3), large.reliable) == (2.087, True)
    assert shift(3.8, 3.0, sd=0.7, rxx=0.85).reliable
    with pytest.raises(ValueError, match="rxx"):
        shift(3, 4, sd=0.7, rxx=1)


def test_two_groups_lie_apart_by_hedges_g() -> None:
    """By hand: means 6 and 4, common spread √2.5, corrected by 1 - 3/31."""
    found = effect([4, 5, 6, 7, 8], [2, 3, 4, 5, 6])
    assert found is not None
    assert found.g == pytest.approx(2 / 2.5**0.5 * (1 - 3 / 31))
    assert found.interval.low < 0 < found.g < found.interval.high
    assert effect([1], [1, 2]) is None
    assert effect([1, 1], [2, 2]) is None


LIKERT = st.lists(st.one_of(st.none(), st.integers(1, 5)), min_size=6, max_size=6)


@given(LIKERT)
def test_a_mean_stays_within_the_scale_or_is_not_given(given_: list[int | None]) -> None:
    found = score(RQ6, answers(*given_))["total"]
    enough = sum(one is not None for one in given_) >= 5
    assert (found.value is not None) == enough == (found.band is not None)
    assert found.value is None or 1 <= found.value <= 5


@given(st.lists(st.integers(1, 5), min_size=6, max_size=6))
def test_reversing_every_item_turns_the_scale_round(given_: list[int]) -> None:
    plain = instrument(6, least=1, most=5)
    turned = instrument(6, least=1, most=5, reverse=tuple(range(1, 7)))
    one, other = (score(each, answers(*given_))["total"].value for each in (plain, turned))
    assert one is not None
    assert other == pytest.approx(6 - one)


@given(st.lists(st.integers(1, 5), min_size=6, max_size=6), st.integers(0, 5))
def test_a_better_answer_never_lowers_a_score(given_: list[int], place: int) -> None:
    plain = instrument(6, least=1, most=5)
    better = [min(5, one + (number == place)) for number, one in enumerate(given_)]
    one, other = (score(plain, answers(*each))["total"].value for each in (given_, better))
    assert one is not None
    assert other is not None
    assert other >= one


@given(st.lists(st.integers(0, 10), min_size=1))
def test_recommendation_lies_between_all_against_and_all_for(given_: list[int]) -> None:
    found = recommendation(given_)
    assert found is not None
    assert -100 <= found <= 100


GOALS = st.lists(st.tuples(st.integers(1, 3), st.integers(-2, 2)), min_size=1, max_size=8)


@given(GOALS)
def test_goals_count_alike_in_any_order_and_any_unit_of_weight(goals: list[tuple[int, int]]) -> None:
    weights, levels = [weight for weight, _ in goals], [level for _, level in goals]
    found = t_score(weights, levels)
    assert found == pytest.approx(t_score(weights[::-1], levels[::-1]))
    assert found == pytest.approx(t_score([weight * 7 for weight in weights], levels))


@given(GOALS, st.data())
def test_a_goal_that_went_better_never_lowers_the_figure(
    goals: list[tuple[int, int]], data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(goals) - 1))
    weights, levels = [weight for weight, _ in goals], [level for _, level in goals]
    better = [min(2, level + (number == place)) for number, level in enumerate(levels)]
    before, after = t_score(weights, levels), t_score(weights, better)
    assert before is not None
    assert after is not None
    assert after >= before
