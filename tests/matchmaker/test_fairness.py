import pytest

from matchmaker import Refusal, Rules, fairness, prepare
from matchmaker.fairness import Told, table
from tests.matchmaker.people import cohort, rules


def group(name: str, matched: int, total: int) -> list[tuple[str, Told]]:
    return [(name, Told(int(place < matched), 0.5 if place < matched else None)) for place in range(total)]


def test_rates_and_impact_are_told_for_groups_that_are_large_enough() -> None:
    lines = table([*group("f", 30, 60), *group("m", 60, 60)])
    told = [
        (line["group"], line["people"], line["matched"], line["rate"], line["ratio"], line["adverse"])
        for line in lines
    ]
    assert told == [("f", 60, 30, 0.5, 0.5, True), ("m", 60, 60, 1.0, 1.0, False)]


def test_a_small_group_is_hidden_together_with_the_next_one() -> None:
    lines = table([*group("f", 30, 60), *group("m", 20, 40), *group("x", 3, 4)])
    assert [(line["group"], line["people"]) for line in lines] == [("f", 60), ("m", None), ("x", None)]
    assert {value for line in lines[1:] for key, value in line.items() if key != "group"} == {None}


def test_counts_are_rounded_so_that_nobody_can_be_told_apart() -> None:
    assert [line["people"] for line in table([*group("f", 11, 33), *group("m", 12, 31)])] == [35, 30]


def test_who_says_nothing_is_a_group_of_their_own() -> None:
    assert [line["group"] for line in table([*group("f", 1, 20), *group("", 1, 20)])] == ["f", "not said"]


def test_groups_declared_elsewhere_are_joined_to_a_round() -> None:
    found = prepare(cohort(1, mentees=60, mentors=40), rules()).play()
    everybody = [pair.mentee for pair in found.pairs] + [left.mentee for left in found.unmatched]
    lines = fairness(
        found, {"gender": dict.fromkeys(everybody[:30], "f") | dict.fromkeys(everybody[30:], "m")}
    )
    assert [(line["group"], line["people"]) for line in lines["gender"]] == [("f", 30), ("m", 30)]


def test_a_group_column_may_not_be_a_criterion() -> None:
    asked = {
        "columns": {"group": ["gender"]},
        "criterion": [{"kind": "same", "mentor": "gender", "mentee": "gender"}],
    }
    with pytest.raises(Refusal, match='"gender" is listed under group'):
        Rules.from_mapping(asked)


def test_a_group_column_may_not_steer_parity() -> None:
    with pytest.raises(Refusal, match='"gender" is listed under group'):
        Rules.from_mapping({"columns": {"group": ["gender"]}, "round": {"parity": ["gender"]}})
