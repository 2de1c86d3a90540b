import pytest

from matchmaker import Cohort, Person, Rules, prepare

SAME: dict[str, object] = {"kind": "same", "mentor": "site", "mentee": "site"}
GAP: dict[str, object] = {"kind": "gap", "mentor": "years", "mentee": "years", "ideal": 5, "range": 10}


def fit(criteria: list[dict[str, object]], mentor: dict[str, str], mentee: dict[str, str]) -> float:
    one = Cohort([Person("Bruno", mentor)], [Person("Amina", mentee)])
    return prepare(one, Rules.from_mapping({"criterion": criteria})).card("Amina", "Bruno").fit


def test_the_fit_is_the_harmonic_mean_of_both_views() -> None:
    # The mentee's view: half of the wants. The mentor's view: one of them wholly. 2 * .5 * 1 / 1.5
    skills: dict[str, object] = {"kind": "skills", "mentor": "skills", "mentee": "skills"}
    assert fit([skills], {"skills": "Maths"}, {"skills": "Maths;Music"}) == pytest.approx(2 / 3)


def test_weights_say_how_much_each_criterion_counts() -> None:
    found = fit(
        [{**SAME, "weight": 3}, {**GAP, "weight": 1}],
        {"site": "N", "years": "15"},
        {"site": "N", "years": "5"},
    )
    assert found == pytest.approx((3 * 1 + 1 * 0.5) / 4)


def test_an_unknown_field_takes_the_mean_of_the_known_parts() -> None:
    known = fit([GAP], {"site": "", "years": "15"}, {"site": "N", "years": "5"})
    assert (
        fit([SAME, GAP], {"site": "", "years": "15"}, {"site": "N", "years": "5"})
        == known
        == pytest.approx(0.5)
    )


def test_a_pair_of_whom_nothing_is_known_is_in_the_middle() -> None:
    assert fit([SAME], {"site": ""}, {"site": ""}) == 0.5


def test_a_criterion_may_count_for_one_side_only() -> None:
    one_sided = fit(
        [{**SAME, "side": "mentee"}, GAP], {"site": "N", "years": "15"}, {"site": "S", "years": "5"}
    )
    assert one_sided == pytest.approx(2 * 0.25 * 0.5 / 0.75)
